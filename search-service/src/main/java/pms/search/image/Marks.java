package pms.search.image;

import java.util.UUID;

/**
 * A number for each image, random and nearly its own, that a double holds: by it one image of many is picked cheaply, and a share of
 * all of them.
 */
public final class Marks {

  public static final String FIELD = "found.mark";

  /** They are below this. */
  public static final long COUNT = 1L << 52;

  static long of(UUID image) {
    return image.getLeastSignificantBits() & COUNT - 1;
  }

  private Marks() {}
}
