package pms.processing.render;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the one tag of EXIF that pixels depend on, in the first directory of a TIFF structure. */
final class ExifOrientation {

  private static final int TAG = 0x0112;
  private static final int SHORT = 3;

  /** @param tiff from its byte order mark on; nonsense in it means upright */
  static Orientation read(ByteBuffer tiff) {
    if (tiff.limit() < 8 || !byteOrder(tiff) || tiff.getShort(2) != 42) {
      return Orientation.NORMAL;
    }
    long directory = Integer.toUnsignedLong(tiff.getInt(4));
    if (directory + 2 > tiff.limit()) {
      return Orientation.NORMAL;
    }
    int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > tiff.limit()) {
        break;
      }
      if (Short.toUnsignedInt(tiff.getShort((int) entry)) == TAG) {
        return value(tiff, (int) entry);
      }
    }
    return Orientation.NORMAL;
  }

  private static Orientation value(ByteBuffer tiff, int entry) {
    boolean asShort = tiff.getShort(entry + 2) == SHORT;
    return Orientation.of(asShort ? tiff.getShort(entry + 8) : tiff.getInt(entry + 8));
  }

  private static boolean byteOrder(ByteBuffer tiff) {
    short mark = tiff.getShort(0);
    if (mark == 0x4949) {
      tiff.order(ByteOrder.LITTLE_ENDIAN);
      return true;
    }
    tiff.order(ByteOrder.BIG_ENDIAN);
    return mark == 0x4D4D;
  }

  private ExifOrientation() {}
}
