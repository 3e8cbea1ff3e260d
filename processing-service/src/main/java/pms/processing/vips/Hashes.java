package pms.processing.vips;

import pms.processing.render.Dimensions;
import pms.processing.render.PerceptualHash;
import pms.processing.render.ThumbHash;

/** What is computed from a handful of pixels. */
final class Hashes {

  private static final int ENOUGH = 512;

  /** A picture that is held, so that the hashes do not make it twice. */
  static Picture source(Picture picture) {
    Dimensions size = picture.size();
    return picture.scaled(size.scaled(Math.min(1, (double) ENOUGH / size.longSide()))).inMemory();
  }

  static byte[] thumbhash(Picture picture) {
    Dimensions size = picture.size();
    Picture tiny = picture.scaled(size.scaled(Math.min(1, (double) ThumbHash.LONGEST_SIDE / size.longSide())));
    return ThumbHash.of(tiny.size().width(), tiny.size().height(), argb(tiny));
  }

  static String perceptual(Picture picture) {
    return PerceptualHash.of(argb(picture.scaled(new Dimensions(PerceptualHash.SIDE, PerceptualHash.SIDE))));
  }

  private static int[] argb(Picture picture) {
    byte[] samples = picture.samples();
    int bands = picture.bands();
    int[] argb = new int[samples.length / bands];
    for (int i = 0, from = 0; i < argb.length; i++, from += bands) {
      int opaque = bands > 3 ? samples[from + 3] & 255 : 255;
      argb[i] = opaque << 24 | (samples[from] & 255) << 16 | (samples[from + 1] & 255) << 8 | samples[from + 2] & 255;
    }
    return argb;
  }

  private Hashes() {}
}
