package pms.kit.strip;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Of the application segments only those stay that a decoder needs: JFIF without its thumbnail, the colour profile, and
 * Adobe's word on colours. Of the pictures in the file only the first stays.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegStripper implements Stripper {

  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final int COMMENT = 0xFE;
  private static final int JFIF_BYTES = 14;
  private static final int ADOBE_BYTES = 12;
  private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);

  private final Metadata metadata;

  JpegStripper(Strip what) {
    this.metadata = new Metadata(what);
  }

  @Override
  public void copy(InputStream in, OutputStream out) throws IOException {
    Feed feed = new Feed(in);
    try {
      feed.skip(2);
      out.write(new byte[] {(byte) 0xFF, (byte) 0xD8});
      int marker = marker(feed);
      while (marker != END) {
        marker = segment(marker, feed, out);
      }
      out.write(new byte[] {(byte) 0xFF, (byte) END});
    } catch (EOFException endsEarly) {
      out.flush();
    }
  }

  /** What stands between segments is nothing that a decoder reads. */
  private static int marker(Feed feed) throws IOException {
    while (true) {
      while (feed.next() != 0xFF) {
        continue;
      }
      int marker = feed.next();
      while (marker == 0xFF) {
        marker = feed.next();
      }
      if (marker != 0) {
        return marker;
      }
    }
  }

  /** Returns the marker of the next segment. */
  private int segment(int marker, Feed feed, OutputStream out) throws IOException {
    if (isAlone(marker)) {
      return marker(feed);
    }
    byte[] body = feed.bytes(Math.max(0, feed.nextShort() - 2));
    byte[] kept = kept(marker, body);
    if (kept.length > 0) {
      out.write(new byte[] {(byte) 0xFF, (byte) marker, (byte) (kept.length + 2 >> 8), (byte) (kept.length + 2)});
      out.write(kept);
    }
    return marker == SCAN ? scan(feed, out) : marker(feed);
  }

  private static boolean isAlone(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  /** Coded pixels go on until a marker that is neither a restart nor a byte that only looks like one. */
  private static int scan(Feed feed, OutputStream out) throws IOException {
    while (true) {
      feed.copyUpTo(0xFF, out);
      feed.skip(1);
      int marker = feed.next();
      while (marker == 0xFF) {
        marker = feed.next();
      }
      if (marker != 0 && !isAlone(marker)) {
        return marker;
      }
      out.write(0xFF);
      out.write(marker);
    }
  }

  /** Empty if nothing stays. */
  private byte[] kept(int marker, byte[] body) {
    return switch (marker) {
      case 0xE0 -> starts(body, "JFIF\0") && body.length >= JFIF_BYTES ? withoutThumbnail(body) : new byte[0];
      case 0xE1 -> personal(body);
      case 0xE2 -> starts(body, "ICC_PROFILE\0") ? body : new byte[0];
      case 0xEE -> starts(body, "Adobe") ? Arrays.copyOf(body, Math.min(body.length, ADOBE_BYTES)) : new byte[0];
      case COMMENT -> metadata.keepsText(body) ? body : new byte[0];
      default -> marker >= 0xC0 && marker < 0xE0 ? body : new byte[0];
    };
  }

  private byte[] personal(byte[] body) {
    if (Metadata.isExif(body)) {
      byte[] tiff = metadata.exif(Metadata.withoutExifHeader(body));
      return tiff.length == 0 ? tiff : Metadata.withExifHeader(tiff);
    }
    boolean xmp = body.length > XMP.length && Arrays.equals(body, 0, XMP.length, XMP, 0, XMP.length);
    return xmp && metadata.keepsText(Arrays.copyOfRange(body, XMP.length, body.length)) ? body : new byte[0];
  }

  private static byte[] withoutThumbnail(byte[] jfif) {
    byte[] plain = Arrays.copyOf(jfif, JFIF_BYTES);
    plain[JFIF_BYTES - 1] = 0;
    plain[JFIF_BYTES - 2] = 0;
    return plain;
  }

  private static boolean starts(byte[] body, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.ISO_8859_1);
    return body.length >= wanted.length && Arrays.equals(body, 0, wanted.length, wanted, 0, wanted.length);
  }
}
