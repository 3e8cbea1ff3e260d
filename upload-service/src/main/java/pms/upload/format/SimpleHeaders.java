package pms.upload.format;

import java.util.Optional;

/** Formats whose size stands at a fixed place. */
final class SimpleHeaders {

  private static final int OLD_BITMAP = 12;

  static Optional<PixelSize> png(Head head) {
    return head.has(12, "IHDR") ? PixelSize.of(head.u32(16), head.u32(20)) : Optional.empty();
  }

  /** The logical screen; a frame may be larger, which renderers clip. */
  static Optional<PixelSize> gif(Head head) {
    Head little = head.littleEndian();
    return PixelSize.of(little.u16(6), little.u16(8));
  }

  /** A negative height means that rows go from the top down. */
  static Optional<PixelSize> bmp(Head head) {
    Head little = head.littleEndian();
    if (little.u32(14) == OLD_BITMAP) {
      return PixelSize.of(little.u16(18), little.u16(20));
    }
    return PixelSize.of(little.i32(18), Math.abs((long) little.i32(22)));
  }

  private SimpleHeaders() {}
}
