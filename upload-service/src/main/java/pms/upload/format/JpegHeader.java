package pms.upload.format;

import java.util.Optional;

/**
 * Walks the segments of a JPEG to its frame header, however long the application segments before it are.
 *
 * @see <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>
 */
final class JpegHeader {

  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;

  static Optional<PixelSize> size(Head head) {
    int at = 2;
    while (true) {
      at = nextMarker(head, at);
      int marker = head.u8(at);
      if (isFrame(marker)) {
        return PixelSize.of(head.u16(at + 6), head.u16(at + 4));
      }
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        return Optional.empty();
      }
      at = isAlone(marker) ? at + 1 : at + 1 + Math.max(2, head.u16(at + 1));
    }
  }

  /** Cameras leave fill bytes, and some junk, between segments: the next marker is the next 0xFF followed by a code. */
  private static int nextMarker(Head head, int from) {
    int at = from;
    while (head.u8(at) != 0xFF || head.u8(at + 1) == 0xFF || head.u8(at + 1) == 0) {
      at++;
    }
    return at + 1;
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static boolean isAlone(int marker) {
    return marker == 0x01 || marker >= 0xD0 && marker <= 0xD8;
  }

  private JpegHeader() {}
}
