package pms.metadata.extract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;

/**
 * Walks a PNG's chunks and keeps those with metadata; pixels are stepped over.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class PngChunks {

  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int CHECKSUM = 4;
  private static final int MOST_CHUNKS = 100_000;

  private final DataInputStream in;
  private final Payloads found;

  PngChunks(DataInputStream in, Payloads found) {
    this.in = in;
    this.found = found;
  }

  void read() throws IOException {
    if (in.readLong() != SIGNATURE) {
      throw new IOException("does not begin like a PNG");
    }
    for (int count = 0; count < MOST_CHUNKS; count++) {
      long length = Integer.toUnsignedLong(in.readInt());
      String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
      if (type.equals("IEND")) {
        return;
      }
      chunk(type, length);
      in.skipNBytes(CHECKSUM);
    }
    found.warn("PNG: has more than " + MOST_CHUNKS + " chunks, the rest was not read");
  }

  private void chunk(String type, long length) throws IOException {
    switch (type) {
      case "IHDR" -> {
        found.size(in.readInt(), in.readInt());
        in.skipNBytes(Math.max(0, length - 8));
      }
      case "eXIf" -> found.exif(bounded(length));
      case "iCCP" -> profile(bounded(length));
      case "sRGB" -> {
        found.profileName("sRGB");
        in.skipNBytes(length);
      }
      case "tEXt", "zTXt", "iTXt" -> new PngText(found, this::inflate).read(type, bounded(length));
      default -> in.skipNBytes(length);
    }
  }

  private byte[] bounded(long length) throws IOException {
    if (length > Payloads.LONGEST) {
      found.warn("PNG: a block of metadata of " + length + " bytes was not read");
      in.skipNBytes(length);
      return new byte[0];
    }
    byte[] block = in.readNBytes((int) length);
    if (block.length < length) {
      throw new IOException("ends in the middle");
    }
    return block;
  }

  /** Name, NUL, method, compressed profile. */
  private void profile(byte[] chunk) throws IOException {
    int text = PngText.afterNul(chunk, 0) + 1;
    if (text < chunk.length) {
      found.profile(inflate(Arrays.copyOfRange(chunk, text, chunk.length)));
    }
  }

  private byte[] inflate(byte[] text) throws IOException {
    try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(text))) {
      byte[] packet = inflated.readNBytes(Payloads.LONGEST + 1);
      if (packet.length > Payloads.LONGEST) {
        found.warn("PNG: a compressed block is too large to be read");
        return new byte[0];
      }
      return packet;
    }
  }
}
