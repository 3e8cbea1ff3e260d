package pms.metadata.extract;

import java.util.List;

/** What came out of one file. */
public record Extracted(Facts facts, Listing listing) {

  /** With what the map tells; reading the file does without, so that a reader need not know all cities. */
  public Extracted placed() {
    return new Extracted(facts.placed(), listing);
  }

  /** With what the file's name tells. */
  public Extracted named(String fileName, String type) {
    return new Extracted(facts.named(fileName, type), listing);
  }

  /** Nothing could be read, and trying again will not help. */
  public static Extracted nothing(String warning) {
    List<String> warnings = List.of(warning);
    return new Extracted(Facts.unknown(warnings), Listing.empty(warnings));
  }
}
