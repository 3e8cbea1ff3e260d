package pms.kit.strip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * The file says its length first and has its metadata last, so that it cannot get shorter while it streams: what goes is
 * overwritten with zeros, in a chunk of a kind that every reader passes over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649, WebP Image Format</a>
 */
final class WebpStripper implements Stripper {

  private static final Set<String> LOOKS = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");
  private static final byte[] PASSED_OVER = "JUNK".getBytes(StandardCharsets.ISO_8859_1);
  private static final int HAS_XMP = 0x04;
  private static final int MOST = 1 << 20;

  private final Metadata metadata;

  WebpStripper(Strip what) {
    this.metadata = new Metadata(what);
  }

  @Override
  public void copy(InputStream in, OutputStream out) throws IOException {
    Feed feed = new Feed(in);
    try {
      byte[] head = feed.bytes(HEAD);
      out.write(head);
      long left = unsigned(head, 4) - 4;
      while (left >= 8) {
        left -= 8 + chunk(feed, out);
      }
    } catch (EOFException endsEarly) {
      out.flush();
    }
  }

  /** Returns how long the chunk is, without its head. */
  private long chunk(Feed feed, OutputStream out) throws IOException {
    byte[] head = feed.bytes(8);
    String type = new String(head, 0, 4, StandardCharsets.ISO_8859_1);
    long length = unsigned(head, 4);
    long padded = length + (length & 1);
    if (LOOKS.contains(type)) {
      out.write(head);
      feed.copy(padded, out);
    } else if (padded <= MOST) {
      rewrite(type, head, feed.bytes((int) padded), out);
    } else {
      feed.skip(padded);
      passOver(head, out);
      zeros(padded, out);
    }
    return padded;
  }

  private void rewrite(String type, byte[] head, byte[] body, OutputStream out) throws IOException {
    byte[] kept =
        switch (type) {
          case "VP8X" -> flagged(body);
          case "EXIF" -> metadata.exif(Metadata.withoutExifHeader(body));
          case "XMP " -> metadata.keepsTexts() && metadata.keepsText(body) ? body : new byte[0];
          default -> new byte[0];
        };
    // The head of the file says that EXIF follows, and it is long gone: an upright picture keeps a block that says so.
    byte[] rest = kept.length == 0 && type.equals("EXIF") && body.length >= Exif.MINIMAL ? Exif.minimal(1) : kept;
    if (rest.length == 0) {
      passOver(head, out);
    } else {
      out.write(head);
    }
    out.write(Arrays.copyOf(rest, body.length));
  }

  /** Whether there will be XMP is not known yet where texts may stay; a reader that finds none is not troubled. */
  private byte[] flagged(byte[] body) {
    byte[] flagged = body.clone();
    if (flagged.length > 0 && !metadata.keepsTexts()) {
      flagged[0] &= (byte) ~HAS_XMP;
    }
    return flagged;
  }

  private static void passOver(byte[] head, OutputStream out) throws IOException {
    out.write(PASSED_OVER);
    out.write(head, 4, 4);
  }

  private static void zeros(long length, OutputStream out) throws IOException {
    byte[] zeros = new byte[8192];
    for (long left = length; left > 0; left -= zeros.length) {
      out.write(zeros, 0, (int) Math.min(left, zeros.length));
    }
  }

  private static long unsigned(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFFFFFFL;
  }
}
