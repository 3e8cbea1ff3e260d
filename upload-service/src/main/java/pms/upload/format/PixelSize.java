package pms.upload.format;

import java.util.Optional;

/** Width and height in pixels as stored, before any orientation. */
public record PixelSize(int width, int height) {

  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no picture is " + width + "×" + height);
    }
  }

  /** From the header alone; empty when it does not tell, or not within the bytes we have. */
  public static Optional<PixelSize> of(ImageType type, Head head) {
    try {
      return switch (type) {
        case JPEG -> JpegHeader.size(head);
        case PNG -> SimpleHeaders.png(head);
        case GIF -> SimpleHeaders.gif(head);
        case BMP -> SimpleHeaders.bmp(head);
        case WEBP -> WebpHeader.size(head);
        case TIFF -> TiffHeader.size(head);
        case HEIC, HEIF, AVIF -> BoxHeader.size(head);
        // What stands at the front of a raw file is the size of its preview.
        case CR2, CR3, NEF, ARW, DNG, RW2, ORF, RAF -> Optional.empty();
      };
    } catch (IndexOutOfBoundsException beyondTheHead) {
      return Optional.empty();
    }
  }

  /** Empty for what cannot be the size of a picture. */
  static Optional<PixelSize> of(long width, long height) {
    boolean possible = width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE;
    return possible ? Optional.of(new PixelSize((int) width, (int) height)) : Optional.empty();
  }

  public long pixels() {
    return (long) width * height;
  }
}
