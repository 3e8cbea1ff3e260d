package pms.processing.render;

/** Width and height in pixels; never zero. */
public record Dimensions(int width, int height) {

  public Dimensions {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(width + " × " + height + " is no picture");
    }
  }

  public int shortSide() {
    return Math.min(width, height);
  }

  public int longSide() {
    return Math.max(width, height);
  }

  public long pixels() {
    return (long) width * height;
  }

  public Dimensions scaled(double factor) {
    return new Dimensions(scaled(width, factor), scaled(height, factor));
  }

  public Dimensions turned() {
    return new Dimensions(height, width);
  }

  private static int scaled(int side, double factor) {
    return (int) Math.max(1, Math.round(side * factor));
  }
}
