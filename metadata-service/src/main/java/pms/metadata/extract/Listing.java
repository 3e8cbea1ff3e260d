package pms.metadata.extract;

import java.util.List;
import java.util.Map;

/**
 * Everything found in the file, tag by tag, as its writer put it: text, numbers and lists of them, all bounded; binary
 * values are shown as their length.
 */
public record Listing(
    Map<String, Object> exif, Map<String, Object> iptc, Map<String, Object> xmp, List<String> warnings) {

  public static Listing empty(List<String> warnings) {
    return new Listing(Map.of(), Map.of(), Map.of(), warnings);
  }
}
