package pms.kit.strip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What becomes of the blocks of metadata that the three formats have in common. */
final class Metadata {

  private static final byte[] EXIF_HEADER = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Pattern PLACE =
      Pattern.compile("gps|location|latitude|longitude|city|country|province|state|geo", Pattern.CASE_INSENSITIVE);

  private final Strip what;

  Metadata(Strip what) {
    this.what = what;
  }

  boolean keepsTexts() {
    return what == Strip.GPS;
  }

  /** @param tiff EXIF without the header that JPEG puts before it; empty if nothing of it has to be kept */
  byte[] exif(byte[] tiff) {
    if (what == Strip.GPS) {
      return Exif.withoutPlace(tiff);
    }
    int orientation = Exif.orientation(tiff);
    return orientation == 1 ? new byte[0] : Exif.minimal(orientation);
  }

  /** XMP, or another text in UTF-8. One that speaks of a place goes as a whole. */
  boolean keepsText(byte[] text) {
    return keepsTexts() && !PLACE.matcher(new String(text, StandardCharsets.UTF_8)).find();
  }

  static boolean isExif(byte[] block) {
    return block.length > EXIF_HEADER.length
        && Arrays.equals(block, 0, EXIF_HEADER.length, EXIF_HEADER, 0, EXIF_HEADER.length);
  }

  static byte[] withExifHeader(byte[] tiff) {
    byte[] block = Arrays.copyOf(EXIF_HEADER, EXIF_HEADER.length + tiff.length);
    System.arraycopy(tiff, 0, block, EXIF_HEADER.length, tiff.length);
    return block;
  }

  static byte[] withoutExifHeader(byte[] block) {
    return isExif(block) ? Arrays.copyOfRange(block, EXIF_HEADER.length, block.length) : block;
  }
}
