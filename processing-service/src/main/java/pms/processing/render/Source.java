package pms.processing.render;

import java.awt.color.ICC_Profile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the head of a picture file says of it.
 *
 * @param stored pixels as stored, before orientation
 * @param profile embedded ICC profile, if it is one
 * @param bytesPerPixel that a decoder needs to hold; 0 where rows are used up as they come
 * @param kept bytes that the decoder holds beside the pixels, such as the coefficients of a progressive JPEG
 */
public record Source(
    Format format, Dimensions stored, Orientation orientation, Optional<ICC_Profile> profile, int bytesPerPixel, long kept) {

  public static Source read(Path file) throws Unrenderable, IOException {
    Format format = Format.of(file);
    try {
      return switch (format) {
        case JPEG -> JpegHeader.read(file).source();
        case PNG -> PngHeader.read(file).source();
        case GIF, BMP, TIFF, WEBP -> PlainHeader.read(file, format);
        // Its preview is taken out of it before.
        case RAW -> throw Unrenderable.unsupported(format.label);
        default -> throw Unrenderable.unsupported(format.label);
      };
    } catch (EOFException e) {
      throw Unrenderable.endsEarly();
    }
  }

  /** The profile, or empty where the bytes are none: then the picture is shown as sRGB. */
  static Optional<ICC_Profile> profile(byte[] icc) {
    if (icc.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(ICC_Profile.getInstance(icc));
    } catch (IllegalArgumentException notAProfile) {
      return Optional.empty();
    }
  }

  public Dimensions upright() {
    return orientation.upright(stored);
  }

  void refuseBeyond(long pixelLimit) throws Unrenderable {
    if (stored.pixels() > pixelLimit) {
      throw Unrenderable.tooManyPixels(stored, pixelLimit);
    }
  }
}
