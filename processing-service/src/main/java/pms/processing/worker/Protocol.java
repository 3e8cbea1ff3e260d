package pms.processing.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pms.processing.render.Dimensions;
import pms.processing.render.EngineInfo;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;

/**
 * What service and worker say to each other. The worker has read strangers' files and is not trusted: whatever it says has a
 * largest length, and names no file.
 */
final class Protocol {

  static final int DONE = 0;
  static final int UNRENDERABLE = 1;
  static final int DISK = 2;

  private static final int MOST_ITEMS = 1000;
  private static final int LONGEST_HASH = 64;
  private static final int MOST_FRAMES = 100_000;

  private Protocol() {}

  static void write(DataOutputStream out, EngineInfo info) throws IOException {
    out.writeUTF(info.name());
    out.writeUTF(info.version());
    writeAll(out, info.reads());
    writeAll(out, info.writes().stream().map(OutputFormat::name).toList());
  }

  static EngineInfo readInfo(DataInputStream in, List<String> guards) throws IOException {
    return new EngineInfo(
        in.readUTF(), in.readUTF(), readAll(in), readAll(in).stream().map(OutputFormat::valueOf).toList(), guards);
  }

  static void write(DataOutputStream out, Path original, Path folder, RenderPlan plan) throws IOException {
    out.writeUTF(original.toAbsolutePath().toString());
    out.writeUTF(folder.toAbsolutePath().toString());
    out.writeLong(plan.pixelLimit());
    out.writeLong(plan.memoryLimit());
    out.writeLong(plan.timeLimit().toNanos());
    out.writeInt(plan.operations().size());
    for (Operation operation : plan.operations()) {
      Operations.write(out, operation);
    }
    out.writeInt(plan.outputs().size());
    for (Output output : plan.outputs()) {
      write(out, output);
    }
  }

  static RenderPlan readPlan(DataInputStream in) throws IOException {
    long pixels = in.readLong();
    long memory = in.readLong();
    Duration time = Duration.ofNanos(in.readLong());
    List<Operation> operations = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      operations.add(Operations.read(in));
    }
    List<Output> outputs = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      outputs.add(readOutput(in));
    }
    return new RenderPlan(operations, outputs, pixels, memory, time);
  }

  static void write(DataOutputStream out, Rendered rendered) throws IOException {
    out.writeInt(rendered.width());
    out.writeInt(rendered.height());
    out.writeUTF(rendered.perceptualHash());
    out.writeInt(rendered.thumbhash().length);
    out.write(rendered.thumbhash());
    for (Rendered.File file : rendered.files()) {
      out.writeInt(file.width());
      out.writeInt(file.height());
      out.writeInt(file.frames());
    }
  }

  /** The files are those of our plan, wherever the worker may say that it wrote. */
  static Rendered readRendered(DataInputStream in, Path folder, RenderPlan plan) throws IOException {
    Dimensions size = new Dimensions(in.readInt(), in.readInt());
    String perceptualHash = in.readUTF();
    int length = in.readInt();
    if (length < 0 || length > LONGEST_HASH || !perceptualHash.matches("[0-9a-f]{16}")) {
      throw new IOException("the worker's answer makes no sense");
    }
    byte[] thumbhash = in.readNBytes(length);
    List<Rendered.File> files = new ArrayList<>();
    for (Output output : plan.outputs()) {
      Dimensions each = new Dimensions(in.readInt(), in.readInt());
      files.add(Rendered.File.of(output, each, folder.resolve(output.fileName()), frames(in)));
    }
    return new Rendered(size.width(), size.height(), thumbhash, perceptualHash, files);
  }

  private static int frames(DataInputStream in) throws IOException {
    int frames = in.readInt();
    if (frames < 1 || frames > MOST_FRAMES) {
      throw new IOException(frames + " frames make no sense");
    }
    return frames;
  }

  private static void write(DataOutputStream out, Output output) throws IOException {
    out.writeUTF(output.name());
    out.writeUTF(output.fit().name());
    out.writeInt(output.width() == null ? 0 : output.width());
    out.writeInt(output.height() == null ? 0 : output.height());
    out.writeDouble(output.focus().x());
    out.writeDouble(output.focus().y());
    out.writeBoolean(output.focus().attention());
    out.writeUTF(output.format().name());
    out.writeInt(output.quality());
    out.writeBoolean(output.moving());
  }

  private static Output readOutput(DataInputStream in) throws IOException {
    String name = in.readUTF();
    Fit fit = Fit.valueOf(in.readUTF());
    Function<Integer, Integer> side = value -> value == 0 ? null : value;
    Integer width = side.apply(in.readInt());
    Integer height = side.apply(in.readInt());
    Focus focus = new Focus(in.readDouble(), in.readDouble(), in.readBoolean());
    return new Output(name, fit, width, height, focus, OutputFormat.valueOf(in.readUTF()), in.readInt(), in.readBoolean());
  }

  private static void writeAll(DataOutputStream out, List<String> all) throws IOException {
    out.writeInt(all.size());
    for (String each : all) {
      out.writeUTF(each);
    }
  }

  private static List<String> readAll(DataInputStream in) throws IOException {
    List<String> all = new ArrayList<>();
    for (int i = count(in); i > 0; i--) {
      all.add(in.readUTF());
    }
    return all;
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST_ITEMS) {
      throw new IOException(count + " items make no sense");
    }
    return count;
  }
}
