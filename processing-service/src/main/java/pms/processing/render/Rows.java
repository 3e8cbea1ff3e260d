package pms.processing.render;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * A decoded picture as rows of red, green, blue and, where there is one, premultiplied alpha, eight bits each. Grey is taken
 * as it stands in the file: Java's own conversion would treat it as linear light and brighten it.
 */
final class Rows {

  private final BufferedImage picture;
  private final Raster raster;
  private final IndexColorModel palette;
  private final boolean alpha;
  private final boolean grey;
  private final boolean premultiplied;
  private final int bands;
  private final int[] most;
  private final int[] samples;
  private final byte[] row;

  static Rows of(BufferedImage picture) throws Unrenderable {
    ColorModel colours = picture.getColorModel();
    int type = colours.getColorSpace().getType();
    boolean known = type == ColorSpace.TYPE_RGB || type == ColorSpace.TYPE_GRAY;
    for (int bits : picture.getSampleModel().getSampleSize()) {
      known &= bits <= 16;
    }
    if (!known) {
      throw Unrenderable.unsupported("pixels of " + colours.getPixelSize() + " bits");
    }
    return new Rows(picture, colours);
  }

  private Rows(BufferedImage picture, ColorModel colours) {
    this.picture = picture;
    this.raster = picture.getRaster();
    this.palette = colours instanceof IndexColorModel index ? index : null;
    this.alpha = colours.hasAlpha();
    this.grey = colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    this.premultiplied = colours.isAlphaPremultiplied();
    this.bands = raster.getNumBands();
    this.most = new int[bands];
    for (int band = 0; band < bands; band++) {
      most[band] = (1 << raster.getSampleModel().getSampleSize(band)) - 1;
    }
    this.samples = new int[picture.getWidth() * bands];
    this.row = new byte[picture.getWidth() * (alpha ? 4 : 3)];
  }

  /** The same array is filled anew with every call. */
  byte[] row(int y) {
    raster.getPixels(0, y, picture.getWidth(), 1, samples);
    if (palette == null) {
      fill();
    } else {
      fillFromPalette();
    }
    return row;
  }

  private void fillFromPalette() {
    int size = palette.getMapSize();
    for (int x = 0, to = 0; x < picture.getWidth(); x++) {
      int argb = samples[x] < size ? palette.getRGB(samples[x]) : 0xFF000000;
      to = put(to, (argb >> 16) & 255, (argb >> 8) & 255, argb & 255, argb >>> 24);
    }
  }

  private void fill() {
    int green = grey ? 0 : 1;
    int blue = grey ? 0 : 2;
    int last = bands - 1;
    for (int x = 0, from = 0, to = 0; x < picture.getWidth(); x++, from += bands) {
      int opaque = alpha ? sample(from, last) : 255;
      to = put(to, sample(from, 0), sample(from, green), sample(from, blue), opaque);
    }
  }

  private int sample(int from, int band) {
    int value = samples[from + band];
    return most[band] == 255 ? value : (value * 255 + most[band] / 2) / most[band];
  }

  private int put(int to, int red, int green, int blue, int opaque) {
    boolean multiply = alpha && !premultiplied && opaque != 255;
    row[to] = (byte) (multiply ? red * opaque / 255 : red);
    row[to + 1] = (byte) (multiply ? green * opaque / 255 : green);
    row[to + 2] = (byte) (multiply ? blue * opaque / 255 : blue);
    if (alpha) {
      row[to + 3] = (byte) opaque;
      return to + 4;
    }
    return to + 3;
  }
}
