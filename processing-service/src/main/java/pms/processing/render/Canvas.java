package pms.processing.render;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Samples as upright pictures that Java2D can work with. */
final class Canvas {

  /** @param samples red, green, blue and perhaps premultiplied alpha */
  static BufferedImage upright(byte[] samples, Dimensions stored, Orientation orientation) {
    Dimensions upright = orientation.upright(stored);
    int bands = samples.length / (stored.width() * stored.height());
    int type = bands == 4 ? BufferedImage.TYPE_4BYTE_ABGR_PRE : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage picture = new BufferedImage(upright.width(), upright.height(), type);
    byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    int origin = place(0, 0, stored, orientation);
    int stepX = upright.width() > 1 ? place(1, 0, stored, orientation) - origin : 0;
    int stepY = upright.height() > 1 ? place(0, 1, stored, orientation) - origin : 0;
    for (int y = 0, to = 0; y < upright.height(); y++) {
      int from = (origin + y * stepY) * bands;
      for (int x = 0; x < upright.width(); x++, to += bands, from += stepX * bands) {
        for (int band = 0; band < bands; band++) {
          pixels[to + band] = samples[from + bands - 1 - band];
        }
      }
    }
    return picture;
  }

  private static int place(int x, int y, Dimensions stored, Orientation orientation) {
    return orientation.storedY(x, y, stored) * stored.width() + orientation.storedX(x, y, stored);
  }

  /** On white, for formats without alpha. */
  static BufferedImage flat(BufferedImage picture) {
    if (!picture.getColorModel().hasAlpha()) {
      return picture;
    }
    BufferedImage flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        flat.setRGB(x, y, onWhite(picture.getRGB(x, y)));
      }
    }
    return flat;
  }

  /** Without premultiplied alpha, for formats that have none. */
  static BufferedImage straight(BufferedImage picture) {
    if (!picture.isAlphaPremultiplied()) {
      return picture;
    }
    BufferedImage straight = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
    int[] line = new int[picture.getWidth()];
    for (int y = 0; y < picture.getHeight(); y++) {
      straight.setRGB(0, y, line.length, 1, picture.getRGB(0, y, line.length, 1, line, 0, line.length), 0, line.length);
    }
    return straight;
  }

  private static int onWhite(int argb) {
    int opaque = argb >>> 24;
    int white = 255 - opaque;
    int red = ((argb >> 16 & 255) * opaque + 255 * white) / 255;
    int green = ((argb >> 8 & 255) * opaque + 255 * white) / 255;
    int blue = ((argb & 255) * opaque + 255 * white) / 255;
    return red << 16 | green << 8 | blue;
  }

  private Canvas() {}
}
