package pms.metadata.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.imaging.formats.tiff.constants.TiffDirectoryConstants;

/** The blocks of metadata in a container, still unread. Fills up while the container is walked; the first of a kind counts. */
final class Payloads {

  /** Far more than cameras and editors write in one block. */
  static final int LONGEST = 4 << 20;

  private static final int MOST_PHOTOSHOP_BLOCKS = 64;
  private static final int MOST_TEXTS = 100;
  private static final int LONGEST_TEXT = 10_000;

  /**
   * A TIFF structure.
   *
   * @param directory what its first directory is: all of EXIF hangs on the root, but Canon's CR3 has each directory alone
   */
  record Exif(byte[] tiff, int directory) {}

  final List<Exif> exif = new ArrayList<>();
  byte[] xmp;
  byte[] profile;
  String profileName;
  Integer width;
  Integer height;
  boolean upright;
  final List<byte[]> photoshop = new ArrayList<>();
  final ExtendedXmp extendedXmp = new ExtendedXmp();

  /** A PNG's own, by keyword. */
  final Map<String, String> texts = new LinkedHashMap<>();
  final List<String> warnings = new ArrayList<>();

  void exif(byte[] tiff) {
    exif(tiff, TiffDirectoryConstants.DIRECTORY_TYPE_ROOT);
  }

  void exif(byte[] tiff, int directory) {
    if (tiff.length > 0 && exif.stream().noneMatch(known -> known.directory == directory)) {
      exif.add(new Exif(tiff, directory));
    }
  }

  void xmp(byte[] packet) {
    xmp = xmp == null ? packet : xmp;
  }

  /** An ICC profile, or as much of one as holds its name. */
  void profile(byte[] icc) {
    profile = profile == null ? icc : profile;
  }

  /** Of colours that are told without a profile; null is no name. */
  void profileName(String name) {
    profileName = profileName == null ? name : profileName;
  }

  void text(String keyword, String text) {
    if (texts.size() < MOST_TEXTS) {
      PlainText.clean(text, LONGEST_TEXT).ifPresent(clean -> texts.putIfAbsent(PlainText.clean(keyword, 79).orElse("?"), clean));
    }
  }

  Optional<String> text(String keyword) {
    return Optional.ofNullable(texts.get(keyword));
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

  /** The size as it is shown, whatever orientation EXIF tells. */
  void uprightSize(int width, int height) {
    upright = this.width == null;
    size(width, height);
  }

  /** What is embedded in another picture of the same moment; its size is its own. */
  void takeFrom(Payloads embedded) {
    embedded.exif.forEach(block -> exif(block.tiff, block.directory));
    embedded.photoshop.forEach(this::photoshop);
    xmp = xmp == null ? embedded.xmp : xmp;
    embedded.warnings.forEach(this::warn);
  }

  void warn(String warning) {
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }
}
