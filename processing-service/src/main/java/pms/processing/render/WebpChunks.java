package pms.processing.render;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The parts of a WebP file, of which only EXIF is looked for: the decoder leaves it alone. */
final class WebpChunks {

  private static final int FIRST = 12;
  private static final int HEAD = 8;
  /** A file of a camera has four or five, an animation one for each picture, and EXIF behind them. */
  private static final int MOST = 20_000;
  /** The directory that tells how to turn a picture is the first. */
  private static final int ENOUGH = 64 << 10;

  /** Upright where the file does not say. */
  static Orientation orientation(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long position = FIRST;
      for (int i = 0; i < MOST && position + HEAD < channel.size(); i++) {
        ByteBuffer head = read(channel, position, HEAD).order(ByteOrder.LITTLE_ENDIAN);
        long length = Integer.toUnsignedLong(head.getInt(4));
        if (name(head).equals("EXIF")) {
          return ExifOrientation.read(tiff(read(channel, position + HEAD, (int) Math.min(length, ENOUGH))));
        }
        position += HEAD + length + (length & 1);
      }
      return Orientation.NORMAL;
    }
  }

  private static String name(ByteBuffer head) {
    return new String(head.array(), 0, 4, StandardCharsets.ISO_8859_1);
  }

  /** Some writers put the six letters before it that JPEG needs there. */
  private static ByteBuffer tiff(ByteBuffer exif) {
    boolean prefixed = exif.limit() > 6 && exif.get(0) == 'E' && exif.get(1) == 'x';
    return prefixed ? exif.position(6).slice() : exif;
  }

  private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
      // Until it is full or the file ends.
    }
    return bytes.flip();
  }

  private WebpChunks() {}
}
