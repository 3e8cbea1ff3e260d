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
}
