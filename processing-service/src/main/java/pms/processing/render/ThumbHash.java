package pms.processing.render;

import java.io.ByteArrayOutputStream;

/**
 * A placeholder for a picture in about 25 bytes: average colour, aspect ratio, and the lowest frequencies of brightness,
 * two colour differences and opacity.
 *
 * @see <a href="https://github.com/evanw/thumbhash">ThumbHash by Evan Wallace</a>, from whose published algorithm this is
 *     written
 */
public final class ThumbHash {

  /** Longest side that {@link #of} takes; more detail would not change the hash. */
  public static final int LONGEST_SIDE = 100;

  private static final int MOST_WAVES = 7;

  private final int width;
  private final int height;
  private final int[] argb;
  private final double[] lightness;
  private final double[] yellowBlue;
  private final double[] redGreen;
  private final double[] alpha;
  private final boolean transparent;
  private final double[][] columns;
  private final double[][] rows;

  /** @param argb pixels row by row, not premultiplied */
  public static byte[] of(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE || argb.length != width * height) {
      throw new IllegalArgumentException(width + " × " + height + " does not fit");
    }
    return new ThumbHash(width, height, argb).hash();
  }

  private ThumbHash(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
    this.lightness = new double[argb.length];
    this.yellowBlue = new double[argb.length];
    this.redGreen = new double[argb.length];
    this.alpha = new double[argb.length];
    this.transparent = split(average());
    this.columns = waves(width);
    this.rows = waves(height);
  }

  private static double[][] waves(int length) {
    double[][] waves = new double[MOST_WAVES][length];
    for (int wave = 0; wave < MOST_WAVES; wave++) {
      for (int at = 0; at < length; at++) {
        waves[wave][at] = StrictMath.cos(Math.PI / length * wave * (at + 0.5));
      }
    }
    return waves;
  }

  private static int round(double value) {
    return (int) Math.round(value);
  }

  private static int part(int pixel, int shift) {
    return (pixel >> shift) & 255;
  }

  /** Red, green and blue, weighed by opacity. */
  private double[] average() {
    double red = 0;
    double green = 0;
    double blue = 0;
    double opaque = 0;
    for (int pixel : argb) {
      double a = part(pixel, 24) / 255d;
      red += a / 255 * part(pixel, 16);
      green += a / 255 * part(pixel, 8);
      blue += a / 255 * part(pixel, 0);
      opaque += a;
    }
    double by = opaque == 0 ? 1 : opaque;
    return new double[] {red / by, green / by, blue / by};
  }

  /** Fills the four channels, laying the picture over its average colour; true if anything shines through. */
  private boolean split(double[] average) {
    double opaque = 0;
    for (int i = 0; i < argb.length; i++) {
      double a = part(argb[i], 24) / 255d;
      double red = average[0] * (1 - a) + a / 255 * part(argb[i], 16);
      double green = average[1] * (1 - a) + a / 255 * part(argb[i], 8);
      double blue = average[2] * (1 - a) + a / 255 * part(argb[i], 0);
      lightness[i] = (red + green + blue) / 3;
      yellowBlue[i] = (red + green) / 2 - blue;
      redGreen[i] = red - green;
      alpha[i] = a;
      opaque += a;
    }
    return opaque < argb.length;
  }

  private byte[] hash() {
    int limit = transparent ? 5 : 7;
    int across = Math.max(1, round((double) limit * width / Math.max(width, height)));
    int down = Math.max(1, round((double) limit * height / Math.max(width, height)));
    Channel l = new Channel(lightness, Math.max(3, across), Math.max(3, down));
    Channel p = new Channel(yellowBlue, 3, 3);
    Channel q = new Channel(redGreen, 3, 3);
    boolean landscape = width > height;
    int header =
        round(63 * l.constant)
            | round(31.5 + 31.5 * p.constant) << 6
            | round(31.5 + 31.5 * q.constant) << 12
            | round(31 * l.scale) << 18
            | (transparent ? 1 << 23 : 0);
    int shape =
        (landscape ? down : across)
            | round(63 * p.scale) << 3
            | round(63 * q.scale) << 9
            | (landscape ? 1 << 15 : 0);
    Nibbles bytes = new Nibbles(header, header >> 8, header >> 16, shape, shape >> 8);
    if (transparent) {
      Channel a = new Channel(alpha, 5, 5);
      bytes.write(round(15 * a.constant) | round(15 * a.scale) << 4);
      return bytes.with(l, p, q, a);
    }
    return bytes.with(l, p, q);
  }

  /** A channel as a constant, and waves relative to the strongest of them. */
  private final class Channel {

    private final double[] waves;
    private final int count;
    private final double constant;
    private final double scale;

    Channel(double[] pixels, int across, int down) {
      waves = new double[across * down];
      double first = 0;
      double strongest = 0;
      int n = 0;
      for (int cy = 0; cy < down; cy++) {
        for (int cx = 0; cx * down < across * (down - cy); cx++) {
          double wave = wave(pixels, cx, cy);
          if (cx > 0 || cy > 0) {
            waves[n++] = wave;
            strongest = Math.max(strongest, Math.abs(wave));
          } else {
            first = wave;
          }
        }
      }
      count = n;
      constant = first;
      scale = strongest;
    }

    private double wave(double[] pixels, int cx, int cy) {
      double[] fx = columns[cx];
      double sum = 0;
      for (int y = 0, at = 0; y < height; y++) {
        double fy = rows[cy][y];
        for (int x = 0; x < width; x++) {
          sum += pixels[at++] * fx[x] * fy;
        }
      }
      return sum / (width * height);
    }

    /** 0 to 15. */
    private int level(int wave) {
      return round(15 * (scale == 0 ? waves[wave] : 0.5 + 0.5 / scale * waves[wave]));
    }
  }

  private static final class Nibbles extends ByteArrayOutputStream {

    Nibbles(int... header) {
      for (int part : header) {
        write(part);
      }
    }

    byte[] with(Channel... channels) {
      int pending = -1;
      for (Channel channel : channels) {
        for (int i = 0; i < channel.count; i++) {
          int level = channel.level(i);
          if (pending < 0) {
            pending = level;
          } else {
            write(pending | level << 4);
            pending = -1;
          }
        }
      }
      if (pending >= 0) {
        write(pending);
      }
      return toByteArray();
    }
  }
}
