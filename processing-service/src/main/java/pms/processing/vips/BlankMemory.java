package pms.processing.vips;

import java.util.Set;
import pms.processing.render.Format;

/**
 * While it is open, memory that is handed out is filled first. Where a damaged HEIC ends early, its decoder shows what the memory
 * of the frame held before, which may be somebody else's picture; so it shows nothing.
 */
final class BlankMemory implements AutoCloseable {

  private static final Set<Format> OF_FRAMES = Set.of(Format.HEIC, Format.AVIF);
  private static final String OPTION = "mallopt";
  private static final int FILL = -6;
  private static final int GREY = 127;

  /** As the C library does it anyway. */
  private static final int USUAL = Integer.parseInt(System.getenv().getOrDefault("MALLOC_PERTURB_", "0"));

  private final Natives c;
  private final boolean needed;

  /** Does nothing where the C library is another one than Linux usually has. */
  BlankMemory(Natives c, Format format) {
    this.c = c;
    this.needed = OF_FRAMES.contains(format) && c.has(OPTION);
    if (needed) {
      c.run(OPTION, FILL, GREY);
    }
  }

  @Override
  public void close() {
    if (needed) {
      c.run(OPTION, FILL, USUAL);
    }
  }
}
