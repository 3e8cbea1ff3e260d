package pms.metadata.extract;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks a WebP's chunks and keeps those with metadata; pixels are stepped over.
 *
 * @see <a href="https://developers.google.com/speed/webp/docs/riff_container">WebP container</a>
 */
final class WebpChunks {

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final int MOST_CHUNKS = 10_000;

  private final DataInputStream in;
  private final Payloads found;

  WebpChunks(DataInputStream in, Payloads found) {
    this.in = in;
    this.found = found;
  }

  void read() throws IOException {
    String riff = name();
    long left = length() - 4;
    if (!riff.equals("RIFF") || !name().equals("WEBP")) {
      throw new IOException("does not begin like a WebP");
    }
    for (int count = 0; left >= 8; count++) {
      if (count == MOST_CHUNKS) {
        found.warn("WebP: has more than " + MOST_CHUNKS + " chunks, the rest was not read");
        return;
      }
      String name = name();
      long length = length();
      chunk(name, length);
      left -= 8 + length + padding(length);
      if (left >= 8) {
        in.skipNBytes(padding(length));
      }
    }
  }

  private void chunk(String name, long length) throws IOException {
    switch (name) {
      case "VP8X" -> canvas(block(length));
      case "EXIF" -> exif(block(length));
      case "ICCP" -> found.profile(block(length));
      case "XMP " -> found.xmp(block(length));
      default -> in.skipNBytes(length);
    }
  }

  private void canvas(byte[] chunk) {
    if (chunk.length >= 10) {
      found.size(1 + threeBytes(chunk, 4), 1 + threeBytes(chunk, 7));
    }
  }

  /** Some writers put JPEG's header before it. */
  private void exif(byte[] chunk) {
    found.exif(
        JpegSegments.startsWith(chunk, EXIF) ? Arrays.copyOfRange(chunk, EXIF.length, chunk.length) : chunk);
  }

  private byte[] block(long length) throws IOException {
    if (length > Payloads.LONGEST) {
      found.warn("WebP: a block of metadata of " + length + " bytes was not read");
      in.skipNBytes(length);
      return new byte[0];
    }
    byte[] block = in.readNBytes((int) length);
    if (block.length < length) {
      throw new IOException("ends in the middle");
    }
    return block;
  }

  private String name() throws IOException {
    return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
  }

  private long length() throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
  }

  private static long padding(long length) {
    return length & 1;
  }

  private static int threeBytes(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
  }
}
