package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import pms.processing.render.Dimensions;
import pms.processing.render.Unrenderable;

/** BMP, which libvips leaves to a library that is not safe: Java's own reader does it, some rows at a time. */
final class Bitmaps {

  private static final int ROWS = 128;
  private static final int BANDS = 3;

  static Picture read(Path file, Dimensions size, Scope scope) throws Unrenderable, IOException {
    refuseTruncated(file, size);
    ImageReader reader = ImageIO.getImageReadersByFormatName("bmp").next();
    try (Arena arena = Arena.ofConfined();
        ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, false, true);
      MemorySegment samples = arena.allocate(size.pixels() * BANDS);
      for (int y = 0; y < size.height(); y += ROWS) {
        Rectangle rows = new Rectangle(0, y, size.width(), Math.min(ROWS, size.height() - y));
        copy(rows(reader, rows), samples, (long) y * size.width() * BANDS);
      }
      return scope.ofSamples(samples, size.width(), size.height(), BANDS).then("copy", new Object[0], "interpretation", Picture.SRGB);
    } catch (IOException | RuntimeException e) {
      throw Unrenderable.of(e);
    } finally {
      reader.dispose();
    }
  }

  /** The reader takes what is missing for black. */
  private static void refuseTruncated(Path file, Dimensions size) throws Unrenderable, IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(head, 0);
      boolean old = head.getInt(14) == 12;
      long bits = head.getShort(old ? 24 : 28);
      boolean plain = old || head.getInt(30) == 0 || head.getInt(30) == 3;
      long row = (size.width() * bits + 31) / 32 * 4;
      if (plain && channel.size() < Integer.toUnsignedLong(head.getInt(10)) + row * size.height()) {
        throw Unrenderable.endsEarly(null);
      }
    }
  }

  private static BufferedImage rows(ImageReader reader, Rectangle rows) throws IOException {
    ImageReadParam part = reader.getDefaultReadParam();
    part.setSourceRegion(rows);
    return reader.read(0, part);
  }

  private static void copy(BufferedImage rows, MemorySegment to, long start) {
    long at = start;
    int[] argb = new int[rows.getWidth()];
    for (int y = 0; y < rows.getHeight(); y++) {
      rows.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
      for (int pixel : argb) {
        to.set(JAVA_BYTE, at++, (byte) (pixel >> 16));
        to.set(JAVA_BYTE, at++, (byte) (pixel >> 8));
        to.set(JAVA_BYTE, at++, (byte) pixel);
      }
    }
  }

  private Bitmaps() {}
}
