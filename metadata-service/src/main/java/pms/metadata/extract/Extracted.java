package pms.metadata.extract;

import java.util.List;

/** What came out of one file. */
public record Extracted(Facts facts, Listing listing) {

  /** Nothing could be read, and trying again will not help. */
  public static Extracted nothing(String warning) {
    List<String> warnings = List.of(warning);
    return new Extracted(Facts.unknown(warnings), Listing.empty(warnings));
  }
}
