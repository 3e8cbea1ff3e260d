package pms.processing.render;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What to make of a picture, and what it may cost.
 *
 * @param sizes from large to small: each is made of the one before
 * @param quality of lossy formats, 1 to 100
 * @param pixelLimit width times height beyond which a picture is refused by its header
 * @param memoryLimit bytes beyond which a picture is refused by its header
 * @param timeLimit processor time for decoding; of the wall clock three times as much, since the machine may be busy
 */
public record RenderPlan(List<Size> sizes, int quality, long pixelLimit, long memoryLimit, Duration timeLimit) {

  /** Longest side of any rendition: what WebP can hold, so that every format has the same sizes. */
  static final int LONGEST_SIDE = 16_383;

  public static final List<Size> THUMBNAILS =
      List.of(new Size("large", 1440), new Size("medium", 720), new Size("small", 250));

  private static final int WALL_CLOCK = 3;

  public RenderPlan {
    sizes = sizes.stream().sorted(Comparator.comparingInt(Size::shortSide).reversed()).toList();
    if (sizes.isEmpty() || quality < 1 || quality > 100 || pixelLimit < 1 || memoryLimit < 1 || !timeLimit.isPositive()) {
      throw new IllegalArgumentException("not a plan: " + sizes + " quality " + quality + " in " + timeLimit);
    }
  }

  Duration wallClockLimit() {
    return timeLimit.multipliedBy(WALL_CLOCK);
  }

  /**
   * A rendition to make.
   *
   * @param name {@code small}, {@code medium} or {@code large}
   * @param shortSide pixels of the shorter side; a smaller picture is never enlarged
   */
  public record Size(String name, int shortSide) {

    Dimensions of(Dimensions original) {
      double byShort = (double) shortSide / original.shortSide();
      double byLong = (double) LONGEST_SIDE / original.longSide();
      return original.scaled(Math.min(1, Math.min(byShort, byLong)));
    }
  }
}
