package pms.kit.strip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Only chunks that say how the picture looks stay; what comes behind its end goes.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>
 */
final class PngStripper implements Stripper {

  private static final Set<String> LOOKS =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD",
          "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");
  private static final Set<String> TEXTS = Set.of("tEXt", "iTXt");
  private static final int SIGNATURE = 8;
  private static final int CHECKSUM = 4;
  /** Metadata beyond this goes unread. */
  private static final int MOST = 1 << 20;

  private final Metadata metadata;

  PngStripper(Strip what) {
    this.metadata = new Metadata(what);
  }

  @Override
  public void copy(InputStream in, OutputStream out) throws IOException {
    Feed feed = new Feed(in);
    try {
      feed.copy(SIGNATURE, out);
      while (!chunk(feed, out).equals("IEND")) {
        continue;
      }
    } catch (EOFException endsEarly) {
      out.flush();
    }
  }

  private String chunk(Feed feed, OutputStream out) throws IOException {
    byte[] head = feed.bytes(8);
    long length = ByteBuffer.wrap(head).getInt() & 0xFFFFFFFFL;
    String type = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
    if (LOOKS.contains(type)) {
      out.write(head);
      feed.copy(length + CHECKSUM, out);
    } else if (length <= MOST && (type.equals("eXIf") || TEXTS.contains(type))) {
      byte[] body = feed.bytes((int) length);
      feed.skip(CHECKSUM);
      write(type, type.equals("eXIf") ? metadata.exif(body) : text(body), out);
    } else {
      feed.skip(length + CHECKSUM);
    }
    return type;
  }

  /** A raw profile is EXIF or IPTC in hexadecimal digits; a compressed text is one that cannot be looked at cheaply. */
  private byte[] text(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int keyword = text.indexOf('\0');
    boolean compressed = keyword + 1 < body.length && body[keyword + 1] == 1;
    boolean kept = !text.startsWith("Raw profile") && !compressed && metadata.keepsText(body);
    return kept ? body : new byte[0];
  }

  private static void write(String type, byte[] body, OutputStream out) throws IOException {
    if (body.length == 0) {
      return;
    }
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    out.write(ByteBuffer.allocate(4).putInt(body.length).array());
    out.write(name);
    out.write(body);
    out.write(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
