package pms.processing.render;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Tells pictures that look alike by 64 bits: the lowest frequencies of brightness, each above or below their median. Scaling
 * and compression change few of the bits, another picture about half of them.
 */
public final class PerceptualHash {

  /** Sides of the square to which a picture is squeezed before. */
  public static final int SIDE = 32;

  private static final int KEPT = 8;
  private static final double[][] WAVES = waves();

  /**
   * Sixteen hexadecimal digits.
   *
   * @param argb {@link #SIDE} rows of as many pixels, not premultiplied
   */
  public static String of(int[] argb) {
    if (argb.length != SIDE * SIDE) {
      throw new IllegalArgumentException(argb.length + " pixels");
    }
    double[] frequencies = frequencies(argb);
    double[] sorted = Arrays.copyOfRange(frequencies, 1, frequencies.length);
    Arrays.sort(sorted);
    double median = sorted[sorted.length / 2];
    long bits = 0;
    for (double frequency : frequencies) {
      bits = bits << 1 | (frequency > median ? 1 : 0);
    }
    return HexFormat.of().toHexDigits(bits);
  }

  /** How many of the 64 bits differ. */
  public static int distance(String one, String other) {
    return Long.bitCount(HexFormat.fromHexDigitsToLong(one) ^ HexFormat.fromHexDigitsToLong(other));
  }

  private static double[] frequencies(int[] argb) {
    double[][] rows = new double[SIDE][KEPT];
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        double brightness = brightness(argb[y * SIDE + x]);
        for (int wave = 0; wave < KEPT; wave++) {
          rows[y][wave] += brightness * WAVES[wave][x];
        }
      }
    }
    double[] frequencies = new double[KEPT * KEPT];
    for (int down = 0; down < KEPT; down++) {
      for (int across = 0; across < KEPT; across++) {
        for (int y = 0; y < SIDE; y++) {
          frequencies[down * KEPT + across] += rows[y][across] * WAVES[down][y];
        }
      }
    }
    return quantised(frequencies);
  }

  /** What is nothing but the last digits of arithmetic must not decide a bit. */
  private static double[] quantised(double[] frequencies) {
    return Arrays.stream(frequencies).map(frequency -> Math.rint(frequency * 16) / 16).toArray();
  }

  /** On white. */
  private static double brightness(int argb) {
    double opaque = (argb >>> 24) / 255d;
    double luma = 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    return luma * opaque + 255 * (1 - opaque);
  }

  private static double[][] waves() {
    double[][] waves = new double[KEPT][SIDE];
    for (int wave = 0; wave < KEPT; wave++) {
      for (int at = 0; at < SIDE; at++) {
        waves[wave][at] = StrictMath.cos(Math.PI / SIDE * wave * (at + 0.5));
      }
    }
    return waves;
  }

  private PerceptualHash() {}
}
