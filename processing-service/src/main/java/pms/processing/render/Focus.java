package pms.processing.render;

/**
 * What has to stay in sight when a picture is cropped to a shape.
 *
 * @param x of the crop's centre, as a fraction of the width
 * @param y of the crop's centre, as a fraction of the height
 * @param attention the engine looks for what catches the eye; one that cannot takes the point
 */
public record Focus(double x, double y, boolean attention) {

  public static final Focus CENTRE = at(0.5, 0.5);
  public static final Focus ATTENTION = new Focus(0.5, 0.5, true);

  public Focus {
    if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
      throw new IllegalArgumentException("a focus is within the picture, not at " + x + ", " + y);
    }
  }

  public static Focus at(double x, double y) {
    return new Focus(x, y, false);
  }

  /** Left edge of a crop. */
  public int left(Dimensions picture, Dimensions crop) {
    return edge(x, picture.width(), crop.width());
  }

  /** Upper edge of a crop. */
  public int top(Dimensions picture, Dimensions crop) {
    return edge(y, picture.height(), crop.height());
  }

  private static int edge(double centre, int whole, int part) {
    return (int) Math.clamp(Math.round(centre * whole - part / 2d), 0, Math.max(0, whole - part));
  }
}
