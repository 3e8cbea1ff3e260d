package pms.processing.render;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** Turns shrunken samples into sRGB: after shrinking, since that is a tenth of the work. */
final class Colours {

  private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

  /** Differences of this size cannot be seen. */
  private static final float SAME = 0.015f;

  /** @return three bands, or four where the picture has alpha */
  static byte[] toSrgb(byte[] samples, int bands, Dimensions size, Optional<ICC_Profile> profile, boolean ink) {
    Optional<ICC_ColorSpace> space = profile.flatMap(icc -> usable(icc, bands, ink));
    if (ink) {
      return space.map(from -> convert(samples, bands, size, from)).orElseGet(() -> plainInk(samples));
    }
    if (bands == 1) {
      return grey(samples);
    }
    // Of a picture with alpha the samples are premultiplied, which no profile is made for; such pictures are sRGB.
    return bands == 3 ? space.map(from -> convert(samples, bands, size, from)).orElse(samples) : samples;
  }

  private static Optional<ICC_ColorSpace> usable(ICC_Profile profile, int bands, boolean ink) {
    try {
      boolean fits = profile.getColorSpaceType() == (ink ? ColorSpace.TYPE_CMYK : ColorSpace.TYPE_RGB);
      ICC_ColorSpace space = new ICC_ColorSpace(profile);
      boolean usable = fits && space.getNumComponents() == bands && (ink || !looksLikeSrgb(space));
      return usable ? Optional.of(space) : Optional.empty();
    } catch (CMMException | IllegalArgumentException broken) {
      // A broken profile is as good as none: the picture is shown as sRGB.
      return Optional.empty();
    }
  }

  private static boolean looksLikeSrgb(ICC_ColorSpace space) {
    for (int i = 0; i < 27; i++) {
      float[] colour = {i % 3 / 2f, i / 3 % 3 / 2f, i / 9 / 2f};
      float[] rgb = space.toRGB(colour);
      for (int band = 0; band < 3; band++) {
        if (Math.abs(rgb[band] - colour[band]) > SAME) {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] convert(byte[] samples, int bands, Dimensions size, ICC_ColorSpace from) {
    byte[] rgb = new byte[Math.multiplyExact((int) size.pixels(), 3)];
    new ColorConvertOp(from, SRGB, null).filter(raster(samples, bands, size), raster(rgb, 3, size));
    return rgb;
  }

  private static WritableRaster raster(byte[] samples, int bands, Dimensions size) {
    int[] offsets = new int[bands];
    for (int band = 0; band < bands; band++) {
      offsets[band] = band;
    }
    DataBufferByte buffer = new DataBufferByte(samples, samples.length);
    int stride = size.width() * bands;
    return Raster.createInterleavedRaster(buffer, size.width(), size.height(), stride, bands, offsets, null);
  }

  private static byte[] grey(byte[] samples) {
    byte[] rgb = new byte[Math.multiplyExact(samples.length, 3)];
    for (int i = 0; i < samples.length; i++) {
      rgb[3 * i] = samples[i];
      rgb[3 * i + 1] = samples[i];
      rgb[3 * i + 2] = samples[i];
    }
    return rgb;
  }

  /** Cyan, magenta, yellow and black without a profile: 0 is no ink. */
  private static byte[] plainInk(byte[] samples) {
    byte[] rgb = new byte[samples.length / 4 * 3];
    for (int from = 0, to = 0; from < samples.length; from += 4) {
      int white = 255 - (samples[from + 3] & 255);
      for (int band = 0; band < 3; band++) {
        rgb[to++] = (byte) ((255 - (samples[from + band] & 255)) * white / 255);
      }
    }
    return rgb;
  }

  private Colours() {}
}
