package pms.processing.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import pms.processing.render.PixelEngine;
import pms.processing.render.PortableEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;
import pms.processing.vips.VipsEngine;

/** The worker process: one picture after the other, until its input ends. */
public final class WorkerMain {

  private WorkerMain() {}

  /** @param arguments the folder where pictures lie, bytes of memory it may take beyond what it starts with, the library or nothing */
  public static void main(String[] arguments) throws IOException {
    Optional<Path> library = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    serve(arguments, VipsEngine.load(library).map(PixelEngine.class::cast).orElseGet(PortableEngine::new));
  }

  /** Locks itself in before it reads its first file. */
  public static void serve(String[] arguments, PixelEngine engine) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    // What anybody else prints must not get between our words.
    System.setOut(System.err);
    ImageIO.setUseCache(false);
    Limits limits = new Limits();
    List<String> guards = new Sandbox(limits, Path.of(arguments[0]), Long.parseLong(arguments[1])).enter();
    out.writeInt(Protocol.HELLO);
    Protocol.write(out, engine.info().guardedBy(guards));
    out.flush();
    answerAll(engine, limits, in, out);
  }

  private static void answerAll(PixelEngine engine, Limits limits, DataInputStream in, DataOutputStream out)
      throws IOException {
    while (true) {
      Path original;
      try {
        original = Path.of(in.readUTF());
      } catch (EOFException noMoreWork) {
        return;
      }
      Path folder = Path.of(in.readUTF());
      RenderPlan plan = Protocol.readPlan(in);
      limits.time(plan.timeLimit(), plan.wallClockLimit());
      answer(engine, original, folder, plan, out);
      limits.atLeisure();
      out.flush();
    }
  }

  private static void answer(PixelEngine engine, Path original, Path folder, RenderPlan plan, DataOutputStream out)
      throws IOException {
    try {
      Rendered rendered = engine.render(original, folder, plan);
      out.writeByte(Protocol.DONE);
      Protocol.write(out, rendered);
    } catch (Unrenderable reason) {
      failed(out, Protocol.UNRENDERABLE, reason.getMessage());
    } catch (IOException disk) {
      failed(out, Protocol.DISK, String.valueOf(disk.getMessage()));
    } catch (OutOfMemoryError memory) {
      failed(out, Protocol.UNRENDERABLE, "The picture needs more memory than there is.");
    } catch (StackOverflowError stack) {
      failed(out, Protocol.UNRENDERABLE, "The picture is nested too deeply to be read.");
    } catch (RuntimeException surprise) {
      failed(out, Protocol.UNRENDERABLE, Unrenderable.damaged(surprise).getMessage());
    }
  }

  private static void failed(DataOutputStream out, int kind, String reason) throws IOException {
    out.writeByte(kind);
    out.writeUTF(reason.length() > 1000 ? reason.substring(0, 1000) : reason);
  }
}
