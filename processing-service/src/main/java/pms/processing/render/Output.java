package pms.processing.render;

import java.util.Objects;

/**
 * A rendition to make.
 *
 * @param name of its file, without extension; with the format it is unique in a plan
 * @param width of the box, or null
 * @param height of the box, or null; without both sides the picture keeps its size
 * @param focus of the crop; matters to {@link Fit#COVER} alone
 * @param quality of lossy formats, 1 to 100
 * @param moving all frames of a picture that has several, where the engine can; nothing is cropped or framed then
 */
public record Output(
    String name, Fit fit, Integer width, Integer height, Focus focus, OutputFormat format, int quality, boolean moving) {

  /** Of the first frame. */
  public Output(String name, Fit fit, Integer width, Integer height, Focus focus, OutputFormat format, int quality) {
    this(name, fit, width, height, focus, format, quality, false);
  }

  public Output {
    Objects.requireNonNull(fit);
    Objects.requireNonNull(focus);
    Objects.requireNonNull(format);
    if (!name.matches("[a-z0-9-]{1,64}") || !isSide(width) || !isSide(height) || quality < 1 || quality > 100) {
      throw new IllegalArgumentException("no rendition: " + name + " " + width + " × " + height + " quality " + quality);
    }
  }

  /** The shorter side is so long, or shorter where the picture is smaller. */
  public static Output shortSide(String name, int side, OutputFormat format, int quality) {
    return new Output(name, Fit.OUTSIDE, side, side, Focus.CENTRE, format, quality);
  }

  /** As large as the picture is, or as its format can hold. */
  public static Output full(String name, OutputFormat format, int quality) {
    return new Output(name, Fit.INSIDE, null, null, Focus.CENTRE, format, quality);
  }

  public Output inMotion() {
    return new Output(name, fit, width, height, focus, format, quality, true);
  }

  /** What the picture is scaled to, see {@link Fit#scaled}. */
  public Dimensions scaled(Dimensions picture) {
    return isFull() ? whole(picture) : fit.scaled(picture, width, height);
  }

  /** How large the rendition will be. */
  public Dimensions size(Dimensions picture) {
    return isFull() ? whole(picture) : fit.size(picture, width, height);
  }

  private boolean isFull() {
    return width == null && height == null;
  }

  private Dimensions whole(Dimensions picture) {
    return picture.scaled(Math.min(1, (double) format.longestSide() / picture.longSide()));
  }

  public String fileName() {
    return name + "." + format.extension();
  }

  private static boolean isSide(Integer side) {
    return side == null || side >= 1 && side <= RenderPlan.LONGEST_SIDE;
  }
}
