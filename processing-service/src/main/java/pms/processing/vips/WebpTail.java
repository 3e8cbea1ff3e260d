package pms.processing.vips;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * What libvips 8.14 writes behind the pixels of a WebP though it is told not to: the picture's metadata, or some of its own.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
final class WebpTail {

  private static final Set<String> METADATA = Set.of("EXIF", "XMP ");
  private static final int HEAD = 8;
  private static final int FIRST = 12;
  private static final int FLAGS = 20;
  private static final int OF_METADATA = 0x08 | 0x04;

  /** They stand at the end, and the extended header announces them. */
  static void cutOff(Path webp) throws IOException {
    try (FileChannel file = FileChannel.open(webp, READ, WRITE)) {
      long end = FIRST;
      ByteBuffer chunk = read(file, end, HEAD);
      while (chunk.limit() == HEAD && !METADATA.contains(new String(chunk.array(), 0, 4, StandardCharsets.ISO_8859_1))) {
        long length = Integer.toUnsignedLong(chunk.getInt(4));
        end += HEAD + length + (length & 1);
        chunk = read(file, end, HEAD);
      }
      if (end < file.size()) {
        file.truncate(end);
        file.write(little(4).putInt(0, (int) (end - HEAD)), 4);
        file.write(little(1).put(0, (byte) (read(file, FLAGS, 1).get(0) & ~OF_METADATA)), FLAGS);
      }
    }
  }

  /** So many bytes, or as many as there are. */
  private static ByteBuffer read(FileChannel file, long at, int count) throws IOException {
    ByteBuffer bytes = little(count);
    file.read(bytes, at);
    return bytes.flip();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private WebpTail() {}
}
