package pms.metadata.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import pms.metadata.database.StoredJson;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Listing;

/** What a file might have said: nothing from which tags are drawn, if a test does not say so. */
final class Found {

  static Facts facts(String json) {
    return StoredJson.read(json, Facts.class);
  }

  /** @param local time of capture; null for unknown */
  static Extracted of(String local, String... tags) {
    String time = local == null ? "" : "\"takenAt\":{\"local\":\"" + local + "\",\"source\":\"exif\"},";
    String words = Arrays.stream(tags).map(tag -> '"' + tag + '"').collect(Collectors.joining(","));
    return json("{" + time + "\"tags\":[" + words + "]}");
  }

  static Extracted json(String json) {
    return new Extracted(facts(json), Listing.empty(List.of()));
  }

  private Found() {}
}
