package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
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
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      reader.setInput(in, false, true);
      MemorySegment samples = scope.room(size.pixels() * BANDS);
      for (int y = 0; y < size.height(); y += ROWS) {
        Rectangle rows = new Rectangle(0, y, size.width(), Math.min(ROWS, size.height() - y));
        copy(rows(reader, rows), samples, (long) y * size.width() * BANDS);
      }
      return picture(samples, size, scope);
    } catch (IOException | RuntimeException e) {
      throw Unrenderable.of(e);
    } finally {
      reader.dispose();
    }
  }

  /** What Java has decoded. */
  static Picture of(BufferedImage pixels, Scope scope) {
    Dimensions size = new Dimensions(pixels.getWidth(), pixels.getHeight());
    MemorySegment samples = scope.room(size.pixels() * BANDS);
    copy(pixels, samples, 0);
    return picture(samples, size, scope);
  }

  private static Picture picture(MemorySegment samples, Dimensions size, Scope scope) {
    return scope.ofSamples(samples, size.width(), size.height(), BANDS).then("copy", new Object[0], "interpretation", Picture.SRGB);
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

  /** Row by row: to reach out of Java's memory for each sample would take ten times as long. */
  private static void copy(BufferedImage rows, MemorySegment to, long start) {
    int[] argb = new int[rows.getWidth()];
    byte[] row = new byte[argb.length * BANDS];
    for (int y = 0; y < rows.getHeight(); y++) {
      rows.getRGB(0, y, argb.length, 1, argb, 0, argb.length);
      int at = 0;
      for (int pixel : argb) {
        row[at++] = (byte) (pixel >> 16);
        row[at++] = (byte) (pixel >> 8);
        row[at++] = (byte) pixel;
      }
      MemorySegment.copy(row, 0, to, JAVA_BYTE, start + (long) y * row.length, row.length);
    }
  }

  private Bitmaps() {}
}
