package pms.upload.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first directory of a TIFF: the size of a picture, and whether it is really a raw file in TIFF's clothes.
 *
 * @see <a href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0</a>
 */
final class TiffHeader {

  private static final int WIDTH = 0x0100;
  private static final int HEIGHT = 0x0101;
  private static final int MAKE = 0x010F;
  private static final int SUB_DIRECTORIES = 0x014A;
  private static final int DNG_VERSION = 0xC612;

  private static final int TYPE_SHORT = 3;
  private static final int TYPE_LONG = 4;
  private static final int ENTRY_BYTES = 12;

  static boolean is(Head head) {
    return head.startsWith("II*\0") || head.startsWith("MM\0*") || isBig(head);
  }

  static Optional<PixelSize> size(Head head) {
    if (isBig(head)) {
      return Optional.empty();
    }
    Head ordered = ordered(head);
    Map<Integer, Integer> entries = entries(ordered);
    if (!entries.containsKey(WIDTH) || !entries.containsKey(HEIGHT)) {
      return Optional.empty();
    }
    return PixelSize.of(number(ordered, entries.get(WIDTH)), number(ordered, entries.get(HEIGHT)));
  }

  /** Raw formats keep their pixels in sub-directories and say who made them; TIFF itself where that cannot be seen. */
  static ImageType type(Head head) {
    if (isBig(head)) {
      return ImageType.TIFF;
    }
    if (head.has(8, "CR")) {
      return ImageType.CR2;
    }
    try {
      Head ordered = ordered(head);
      return type(ordered, entries(ordered));
    } catch (IndexOutOfBoundsException beyondTheHead) {
      return ImageType.TIFF;
    }
  }

  private static ImageType type(Head head, Map<Integer, Integer> entries) {
    if (entries.containsKey(DNG_VERSION)) {
      return ImageType.DNG;
    }
    if (!entries.containsKey(SUB_DIRECTORIES) || !entries.containsKey(MAKE)) {
      return ImageType.TIFF;
    }
    int make = head.offset(entries.get(MAKE) + 8);
    if (head.has(make, "NIKON")) {
      return ImageType.NEF;
    }
    return head.has(make, "SONY") ? ImageType.ARW : ImageType.TIFF;
  }

  private static boolean isBig(Head head) {
    return head.startsWith("II+\0") || head.startsWith("MM\0+");
  }

  private static Head ordered(Head head) {
    return head.startsWith("II") ? head.littleEndian() : head;
  }

  /** Where each tag's entry stands. */
  private static Map<Integer, Integer> entries(Head head) {
    int directory = head.offset(4);
    int count = head.u16(directory);
    Map<Integer, Integer> entries = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int entry = directory + 2 + i * ENTRY_BYTES;
      entries.putIfAbsent(head.u16(entry), entry);
    }
    return entries;
  }

  private static long number(Head head, int entry) {
    return switch (head.u16(entry + 2)) {
      case TYPE_SHORT -> head.u16(entry + 8);
      case TYPE_LONG -> head.u32(entry + 8);
      default -> 0;
    };
  }

  private TiffHeader() {}
}
