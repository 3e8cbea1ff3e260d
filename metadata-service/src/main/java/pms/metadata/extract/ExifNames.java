package pms.metadata.extract;

import java.util.Map;
import org.apache.commons.imaging.formats.tiff.TiffField;

/** Names of tags: Commons Imaging's, but for those it does not know or calls by what they mean in raw files. */
final class ExifNames {

  private static final Map<Integer, String> OURS =
      Map.ofEntries(
          Map.entry(0x0201, "JPEGInterchangeFormat"),
          Map.entry(0x0202, "JPEGInterchangeFormatLength"),
          Map.entry(0x4746, "Rating"),
          Map.entry(0x4749, "RatingPercent"),
          Map.entry(0x8830, "SensitivityType"),
          Map.entry(0x8832, "RecommendedExposureIndex"),
          Map.entry(0x9010, "OffsetTime"),
          Map.entry(0x9011, "OffsetTimeOriginal"),
          Map.entry(0x9012, "OffsetTimeDigitized"),
          Map.entry(0xA460, "CompositeImage"),
          Map.entry(0xEA1C, "Padding"));

  static String of(TiffField field) {
    String ours = OURS.get(field.getTag());
    if (ours != null) {
      return ours;
    }
    return field.getTagName().startsWith("Unknown") ? "Tag0x%04X".formatted(field.getTag()) : field.getTagName();
  }

  private ExifNames() {}
}
