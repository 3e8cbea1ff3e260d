package pms.processing.render;

import java.util.Objects;

/**
 * A step of an edit. Coordinates are pixels of the upright picture as the steps before have left it. Every engine gives the
 * sizes that {@link #after} tells.
 */
public sealed interface Operation {

  /**
   * The size of the picture after this step.
   *
   * @throws IllegalArgumentException if the step cannot be done to a picture of this size
   */
  Dimensions after(Dimensions picture);

  /** Keeps a part; it must lie within the picture. */
  record Crop(int x, int y, int width, int height) implements Operation {

    @Override
    public Dimensions after(Dimensions picture) {
      boolean within = x >= 0 && y >= 0 && width >= 1 && height >= 1
          && (long) x + width <= picture.width() && (long) y + height <= picture.height();
      if (!within) {
        throw new IllegalArgumentException(
            "a crop of %d × %d at %d, %d is not within %d × %d"
                .formatted(width, height, x, y, picture.width(), picture.height()));
      }
      return new Dimensions(width, height);
    }
  }

  /** Clockwise by any angle. Quarter turns move pixels only; other angles give the bounding box, its corners white. */
  record Rotate(double degrees) implements Operation {

    public Rotate {
      if (!Double.isFinite(degrees)) {
        throw new IllegalArgumentException("no angle: " + degrees);
      }
    }

    /** 0 to 3, or -1 if this is none. */
    public int quarterTurns() {
      double turns = (degrees % 360 + 360) % 360 / 90;
      return turns == Math.rint(turns) ? (int) turns % 4 : -1;
    }

    @Override
    public Dimensions after(Dimensions picture) {
      int turns = quarterTurns();
      if (turns >= 0) {
        return turns % 2 == 0 ? picture : picture.turned();
      }
      double cos = Math.abs(StrictMath.cos(Math.toRadians(degrees)));
      double sin = Math.abs(StrictMath.sin(Math.toRadians(degrees)));
      long width = Math.round(picture.width() * cos + picture.height() * sin);
      long height = Math.round(picture.width() * sin + picture.height() * cos);
      return new Dimensions(Math.toIntExact(Math.max(1, width)), Math.toIntExact(Math.max(1, height)));
    }
  }

  /** Mirrors it. */
  record Flip(Axis axis) implements Operation {

    public Flip {
      Objects.requireNonNull(axis);
    }

    @Override
    public Dimensions after(Dimensions picture) {
      return picture;
    }
  }

  /** {@code HORIZONTAL}: left becomes right. {@code VERTICAL}: up becomes down. */
  enum Axis {
    HORIZONTAL,
    VERTICAL
  }

  /** As {@link Fit} says: never enlarges; crops around the centre. */
  record Resize(int width, int height, Fit fit) implements Operation {

    public Resize {
      Objects.requireNonNull(fit);
      if (width < 1 || height < 1 || width > RenderPlan.LONGEST_SIDE || height > RenderPlan.LONGEST_SIDE) {
        throw new IllegalArgumentException("no size: " + width + " × " + height);
      }
    }

    /** What the picture is scaled to before it is cropped to or laid on {@link #after}. */
    public Dimensions scaled(Dimensions picture) {
      return fit.scaled(picture, width, height);
    }

    @Override
    public Dimensions after(Dimensions picture) {
      return fit.size(picture, width, height);
    }
  }

  /**
   * Brightness, contrast and saturation, each from −100 to 100, where 0 changes nothing.
   *
   * @param brightness −100 takes half of the range off every sample, 100 adds it
   * @param contrast −100 leaves the middle grey alone, 100 doubles the distance to it
   * @param saturation −100 leaves grey, 100 doubles the distance to it
   */
  record Adjust(int brightness, int contrast, int saturation) implements Operation {

    private static final double[] LUMA = {0.299, 0.587, 0.114};
    private static final double MIDDLE = 127.5;

    public Adjust {
      if (Math.abs(brightness) > 100 || Math.abs(contrast) > 100 || Math.abs(saturation) > 100) {
        throw new IllegalArgumentException("not within -100 and 100: " + brightness + ", " + contrast + ", " + saturation);
      }
    }

    @Override
    public Dimensions after(Dimensions picture) {
      return picture;
    }

    /** Row by row the nine factors from red, green and blue to red, green and blue; alpha stays. */
    public double[] matrix() {
      double gain = 1 + contrast / 100d;
      double colour = 1 + saturation / 100d;
      double[] matrix = new double[9];
      for (int to = 0; to < 3; to++) {
        for (int from = 0; from < 3; from++) {
          matrix[3 * to + from] = gain * ((to == from ? colour : 0) + (1 - colour) * LUMA[from]);
        }
      }
      return matrix;
    }

    /** What is added to each sample after that; then they are rounded and kept within 0 and 255. */
    public double offset() {
      double gain = 1 + contrast / 100d;
      return MIDDLE * (1 - gain) + MIDDLE * brightness / 100;
    }
  }
}
