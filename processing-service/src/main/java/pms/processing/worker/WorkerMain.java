package pms.processing.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import pms.kit.worker.Station;
import pms.processing.render.PixelEngine;
import pms.processing.render.PortableEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;
import pms.processing.vips.LibraryChoice;
import pms.processing.vips.VipsEngine;

/** The worker process: one picture after the other. */
public final class WorkerMain {

  /** The kernel's words for a file beyond the limit. */
  private static final String TOO_LARGE = "File too large";

  /** Bytes of heap that a worker of a native engine may rest with. */
  private static final long KEPT = 64L << 20;

  private WorkerMain() {}

  /** @param arguments of a {@link Station}, then the words of a {@link LibraryChoice} */
  public static void main(String[] arguments) throws IOException {
    LibraryChoice library = LibraryChoice.of(Station.own(arguments));
    serve(arguments, VipsEngine.load(library).map(PixelEngine.class::cast).orElseGet(PortableEngine::new));
  }

  public static void serve(String[] arguments, PixelEngine engine) throws IOException {
    ImageIO.setUseCache(false);
    boolean lean = !(engine instanceof PortableEngine);
    Station.serve(arguments, out -> Protocol.write(out, engine.info()), (in, out) -> {
      answer(engine, in, out);
      if (lean) {
        giveBack();
      }
    });
  }

  /** Few pictures are read by Java here: what the heap has grown by for one is not kept for the next. */
  private static void giveBack() {
    if (Runtime.getRuntime().totalMemory() > KEPT) {
      System.gc();
    }
  }

  private static void answer(PixelEngine engine, DataInputStream in, DataOutputStream out) throws IOException {
    Path original = Path.of(in.readUTF());
    Path folder = Path.of(in.readUTF());
    RenderPlan plan = Protocol.readPlan(in);
    try {
      Rendered rendered = engine.render(original, folder, plan);
      out.writeByte(Protocol.DONE);
      Protocol.write(out, rendered);
    } catch (Unrenderable reason) {
      failed(out, Protocol.UNRENDERABLE, reason.getMessage());
    } catch (IOException disk) {
      failed(out, disk);
    } catch (OutOfMemoryError memory) {
      failed(out, Protocol.UNRENDERABLE, "The picture needs more memory than there is.");
    } catch (StackOverflowError stack) {
      failed(out, Protocol.UNRENDERABLE, "The picture is nested too deeply to be read.");
    } catch (RuntimeException surprise) {
      failed(out, Protocol.UNRENDERABLE, Unrenderable.damaged(surprise).getMessage());
    }
  }

  private static void failed(DataOutputStream out, IOException disk) throws IOException {
    String words = String.valueOf(disk.getMessage());
    if (words.contains(TOO_LARGE)) {
      failed(out, Protocol.UNRENDERABLE, "The file would have more than %d MiB: ask for a JPEG, or for fewer pixels."
          .formatted(WorkerCommand.LARGEST_FILE >> 20));
    } else {
      failed(out, Protocol.DISK, words);
    }
  }

  private static void failed(DataOutputStream out, int kind, String reason) throws IOException {
    out.writeByte(kind);
    out.writeUTF(reason.length() > 1000 ? reason.substring(0, 1000) : reason);
  }
}
