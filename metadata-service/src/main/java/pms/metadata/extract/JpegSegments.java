package pms.metadata.extract;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks a JPEG's segments up to its pixels and keeps those with metadata, so that only the first part of a file is read.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegSegments {

  private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
  private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PHOTOSHOP = "Photoshop 3.0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int START = 0xD8;
  private static final int END = 0xD9;
  private static final int PIXELS = 0xDA;
  private static final int APP1 = 0xE1;
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP2 = 0xE2;
  private static final int APP13 = 0xED;
  private static final int MOST_SEGMENTS = 5_000;

  private final DataInputStream in;
  private final Payloads found;

  JpegSegments(DataInputStream in, Payloads found) {
    this.in = in;
    this.found = found;
  }

  void read() throws IOException {
    if (in.readUnsignedShort() != 0xFF00 + START) {
      throw new IOException("does not begin like a JPEG");
    }
    for (int count = 0; count < MOST_SEGMENTS; count++) {
      int marker = nextMarker();
      if (marker == PIXELS || marker == END) {
        return;
      }
      if (!standsAlone(marker)) {
        segment(marker);
      }
    }
    found.warn("JPEG: has more than " + MOST_SEGMENTS + " segments, the rest was not read");
  }

  /** Garbage between segments and fill bytes are stepped over, as decoders do. */
  private int nextMarker() throws IOException {
    int previous = in.readUnsignedByte();
    int current = in.readUnsignedByte();
    while (previous != 0xFF || current == 0xFF || current == 0) {
      previous = current;
      current = in.readUnsignedByte();
    }
    return current;
  }

  private void segment(int marker) throws IOException {
    int length = in.readUnsignedShort() - 2;
    if (length < 0) {
      throw new IOException("has a segment of impossible length");
    }
    if (marker == APP1 || marker == APP2 || marker == APP13 || isFrame(marker)) {
      byte[] segment = new byte[length];
      in.readFully(segment);
      keep(marker, segment);
    } else {
      in.skipNBytes(length);
    }
  }

  private void keep(int marker, byte[] segment) {
    if (isFrame(marker) && segment.length >= 5) {
      found.size(unsignedShort(segment, 3), unsignedShort(segment, 1));
    } else if (marker == APP1 && startsWith(segment, EXIF)) {
      found.exif(Arrays.copyOfRange(segment, EXIF.length, segment.length));
    } else if (marker == APP1 && startsWith(segment, XMP)) {
      found.xmp(Arrays.copyOfRange(segment, XMP.length, segment.length));
    } else if (marker == APP1 && startsWith(segment, ExtendedXmp.MARK)) {
      found.extendedXmp.add(segment);
    } else if (marker == APP2 && startsWith(segment, PROFILE) && segment.length > PROFILE.length + 2) {
      profile(segment);
    } else if (marker == APP13 && startsWith(segment, PHOTOSHOP)) {
      found.photoshop(segment);
    }
  }

  /** A profile may be cut into several segments; its name stands in the first. */
  private void profile(byte[] segment) {
    if (segment[PROFILE.length] == 1) {
      found.profile(Arrays.copyOfRange(segment, PROFILE.length + 2, segment.length));
    }
  }

  /** SOF0 to SOF15 without the three tables that lie between them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean standsAlone(int marker) {
    return marker == 1 || (marker >= 0xD0 && marker <= START);
  }

  static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static int unsignedShort(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }
}
