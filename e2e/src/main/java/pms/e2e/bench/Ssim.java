package pms.e2e.bench;

import java.awt.image.BufferedImage;

/** Structural similarity of two pictures' brightness, the mean over overlapping windows of 8 × 8 pixels; 1 is the same. */
final class Ssim {
  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private final double[] one;
  private final double[] other;
  private final int width;

  private Ssim(BufferedImage one, BufferedImage other) {
    this.one = luma(one);
    this.other = luma(other);
    this.width = one.getWidth();
  }

  static double of(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      throw new IllegalArgumentException("pictures of different sizes cannot be compared");
    }
    Ssim ssim = new Ssim(one, other);
    double sum = 0;
    int windows = 0;
    for (int y = 0; y == 0 || y + WINDOW <= one.getHeight(); y += STEP) {
      for (int x = 0; x == 0 || x + WINDOW <= one.getWidth(); x += STEP) {
        sum += ssim.window(x, y, Math.min(WINDOW, one.getWidth()), Math.min(WINDOW, one.getHeight()));
        windows++;
      }
    }
    return sum / windows;
  }

  private double window(int left, int top, int wide, int high) {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = top; y < top + high; y++) {
      for (int i = y * width + left; i < y * width + left + wide; i++) {
        a += one[i];
        b += other[i];
        aa += one[i] * one[i];
        bb += other[i] * other[i];
        ab += one[i] * other[i];
      }
    }
    double n = wide * high;
    double meanA = a / n;
    double meanB = b / n;
    double spread = aa / n - meanA * meanA + bb / n - meanB * meanB;
    double common = ab / n - meanA * meanB;
    return (2 * meanA * meanB + C1) * (2 * common + C2) / ((meanA * meanA + meanB * meanB + C1) * (spread + C2));
  }

  private static double[] luma(BufferedImage image) {
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    double[] luma = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int pixel = pixels[i];
      luma[i] = 0.299 * (pixel >> 16 & 255) + 0.587 * (pixel >> 8 & 255) + 0.114 * (pixel & 255);
    }
    return luma;
  }
}
