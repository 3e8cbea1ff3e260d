package pms.metadata.extract;

import java.util.ArrayList;
import java.util.List;

/** The blocks of metadata in a container, still unread. Fills up while the container is walked; the first of a kind counts. */
final class Payloads {

  /** Far more than cameras and editors write in one block. */
  static final int LONGEST = 4 << 20;

  private static final int MOST_PHOTOSHOP_BLOCKS = 64;

  byte[] exif;
  byte[] xmp;
  Integer width;
  Integer height;
  final List<byte[]> photoshop = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  void exif(byte[] block) {
    exif = exif == null ? block : exif;
  }

  void xmp(byte[] packet) {
    xmp = xmp == null ? packet : xmp;
  }

  void photoshop(byte[] segment) {
    if (photoshop.size() < MOST_PHOTOSHOP_BLOCKS) {
      photoshop.add(segment);
    }
  }

  /** A size of nothing is no size. */
  void size(int width, int height) {
    if (this.width == null && width > 0 && height > 0) {
      this.width = width;
      this.height = height;
    }
  }

  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }
}
