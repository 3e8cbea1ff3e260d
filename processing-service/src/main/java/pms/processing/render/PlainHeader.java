package pms.processing.render;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Formats whose header is best read by the decoder itself. */
final class PlainHeader {

  private static final int TIFF_SAMPLES = 4;
  private static final int TIFF_BYTES = 2;
  /** Brightness, colours and numbers on the way to pixels: 12 megapixels were read in a heap of 100 MiB, 4 bytes of each being the picture. */
  private static final int WEBP_BLOCKS = 8;

  static Source read(Path file, Format format) throws Unrenderable, IOException {
    Orientation orientation = switch (format) {
      case TIFF -> orientation(file);
      case WEBP -> WebpChunks.orientation(file);
      default -> Orientation.NORMAL;
    };
    int bytesPerPixel = switch (format) {
      case GIF -> 1;
      // The decoder puts together a strip or tile before it fills the picture.
      case TIFF -> 2 * TIFF_SAMPLES * TIFF_BYTES;
      default -> 4;
    };
    Dimensions dimensions = dimensions(file, format);
    long kept = format == Format.WEBP ? WEBP_BLOCKS * dimensions.pixels() : 0;
    return new Source(format, dimensions, orientation, Optional.empty(), bytesPerPixel, kept);
  }

  private static Dimensions dimensions(Path file, Format format) throws Unrenderable, IOException {
    try (ImageInputStream in = Readers.open(file)) {
      ImageReader reader = Readers.of(format, in);
      try {
        return new Dimensions(reader.getWidth(0), reader.getHeight(0));
      } finally {
        reader.dispose();
      }
    } catch (EOFException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Readers.reason(e);
    }
  }

  private static Orientation orientation(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = ByteBuffer.allocate((int) Math.min(channel.size(), 8));
      channel.read(head, 0);
      long directory = directory(head);
      // The directory may stand behind the pixels: bring it close, so that the reader of EXIF finds it.
      ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 12 * 1024).order(head.order());
      tiff.put(head.flip()).putInt(4, 8).position(8);
      channel.read(tiff, directory);
      return ExifOrientation.read(tiff.flip());
    }
  }

  private static long directory(ByteBuffer head) throws IOException {
    if (head.limit() < 8) {
      throw new EOFException();
    }
    head.order(head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return Integer.toUnsignedLong(head.getInt(4));
  }

  private PlainHeader() {}
}
