package pms.processing.render;

/**
 * How a picture goes into a box. Nothing is ever enlarged. A side of the box that is missing follows from the shape of the
 * picture, so that with one side only all fits but {@link #FILL} are the same.
 */
public enum Fit {
  /** Whole, as large as goes into the box. */
  INSIDE,
  /** Whole, as small as still covers the box: with a square box its side is the shorter side. */
  OUTSIDE,
  /** Fills the box and is cropped to its shape; the box shrinks in its shape where the picture is too small for it. */
  COVER,
  /** Like {@link #INSIDE}, and white around it until the box is full. */
  CONTAIN,
  /** Stretched to the box. */
  FILL;

  /** What the picture is scaled to, before it is cropped to or laid on {@link #size}. */
  public Dimensions scaled(Dimensions picture, Integer width, Integer height) {
    if (width == null && height == null) {
      return within(picture, 1);
    }
    double across = width == null ? (double) height / picture.height() : (double) width / picture.width();
    double down = height == null ? across : (double) height / picture.height();
    return switch (this) {
      case INSIDE, CONTAIN -> within(picture, Math.min(across, down));
      case OUTSIDE -> within(picture, Math.max(across, down));
      case COVER -> covering(picture, box(picture, across, down));
      case FILL -> new Dimensions(stretched(picture.width(), across), stretched(picture.height(), down));
    };
  }

  /** How large the result is. */
  public Dimensions size(Dimensions picture, Integer width, Integer height) {
    if (width == null || height == null) {
      return scaled(picture, width, height);
    }
    return switch (this) {
      case COVER -> box(picture, (double) width / picture.width(), (double) height / picture.height());
      case CONTAIN -> new Dimensions(width, height);
      default -> scaled(picture, width, height);
    };
  }

  private static Dimensions within(Dimensions picture, double factor) {
    double most = (double) RenderPlan.LONGEST_SIDE / picture.longSide();
    return picture.scaled(Math.min(1, Math.min(factor, most)));
  }

  private static Dimensions box(Dimensions picture, double across, double down) {
    double smaller = Math.max(1, Math.max(across, down));
    return new Dimensions(stretched(picture.width(), across / smaller), stretched(picture.height(), down / smaller));
  }

  private static Dimensions covering(Dimensions picture, Dimensions box) {
    double factor = Math.max((double) box.width() / picture.width(), (double) box.height() / picture.height());
    Dimensions scaled = picture.scaled(factor);
    return new Dimensions(Math.max(box.width(), scaled.width()), Math.max(box.height(), scaled.height()));
  }

  private static int stretched(int side, double factor) {
    return (int) Math.clamp(Math.round(side * factor), 1, Math.min(side, RenderPlan.LONGEST_SIDE));
  }
}
