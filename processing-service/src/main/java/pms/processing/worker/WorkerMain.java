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

  private WorkerMain() {}

  /** @param arguments of a {@link Station}, then the words of a {@link LibraryChoice} */
  public static void main(String[] arguments) throws IOException {
    LibraryChoice library = LibraryChoice.of(Station.own(arguments));
    serve(arguments, VipsEngine.load(library).map(PixelEngine.class::cast).orElseGet(PortableEngine::new));
  }

  public static void serve(String[] arguments, PixelEngine engine) throws IOException {
    ImageIO.setUseCache(false);
    Station.serve(arguments, out -> Protocol.write(out, engine.info()), (in, out) -> answer(engine, in, out));
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
