package pms.processing.render;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes pictures into smaller pictures. Files in, files out, so that an implementation may do its work in another process.
 * Implementations are safe for use by many threads.
 */
public interface PixelEngine {

  EngineInfo info();

  /**
   * Decodes the picture once and writes every rendition of the plan, upright and in sRGB.
   *
   * @param folder where the renditions are written; the caller deletes it
   * @throws Unrenderable when it is the picture's fault: another try would end the same way
   * @throws IOException when it is the disk's fault
   */
  Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException;

  /**
   * The same.
   *
   * @param beforehand run when it is this picture's turn: where pictures wait for each other, not before that is over
   */
  default Rendered render(Path original, Path folder, RenderPlan plan, Beforehand beforehand)
      throws Unrenderable, IOException {
    beforehand.run();
    return render(original, folder, plan);
  }

  /** May refuse the picture. */
  @FunctionalInterface
  interface Beforehand {
    void run() throws Unrenderable;
  }
}
