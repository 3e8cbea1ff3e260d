package pms.upload.format;

import java.util.Optional;

/**
 * The three forms of WebP.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>
 */
final class WebpHeader {

  private static final int CHUNK = 20;
  private static final int LOSSLESS_SIGNATURE = 0x2F;

  static Optional<PixelSize> size(Head head) {
    Head little = head.littleEndian();
    return switch (head.text(12, 4)) {
      case "VP8X" -> PixelSize.of(1 + u24(little, CHUNK + 4), 1 + u24(little, CHUNK + 7));
      case "VP8L" -> lossless(little);
      case "VP8 " -> lossy(little);
      default -> Optional.empty();
    };
  }

  /** Two times 14 bits after the signature, each one less than the size. */
  private static Optional<PixelSize> lossless(Head little) {
    if (little.u8(CHUNK) != LOSSLESS_SIGNATURE) {
      return Optional.empty();
    }
    long bits = little.u32(CHUNK + 1);
    return PixelSize.of(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF));
  }

  /** A key frame's size follows its start code; the two highest bits are a scaling hint. */
  private static Optional<PixelSize> lossy(Head little) {
    if (u24(little, CHUNK + 3) != 0x2A019D) {
      return Optional.empty();
    }
    return PixelSize.of(little.u16(CHUNK + 6) & 0x3FFF, little.u16(CHUNK + 8) & 0x3FFF);
  }

  private static int u24(Head little, int at) {
    return little.u16(at) | little.u8(at + 2) << 16;
  }

  private WebpHeader() {}
}
