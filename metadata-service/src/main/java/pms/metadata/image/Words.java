package pms.metadata.image;

import java.util.List;
import pms.contracts.Location;
import pms.contracts.TakenAt;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Place;

/**
 * What counts for the fields that people may change: their word where they gave one, else the file's.
 *
 * @param location null when unknown
 */
record Words(
    String title,
    String description,
    List<String> tags,
    String category,
    Integer rating,
    boolean favourite,
    TakenAt takenAt,
    Place location) {

  static Words of(Facts facts, Edits edits) {
    return new Words(
        choose(edits.title(), facts.title()),
        choose(edits.description(), facts.description()),
        orEmpty(choose(edits.tags(), facts.tags())),
        choose(edits.category(), null),
        choose(edits.rating(), facts.rating()),
        Boolean.TRUE.equals(choose(edits.favourite(), null)),
        choose(edits.takenAt(), facts.takenAt()),
        choose(edits.location(), facts.place()));
  }

  Location place() {
    return location == null
        ? null
        : new Location(location.latitude(), location.longitude(), location.altitude(), location.name());
  }

  private static <T> T choose(Edited<T> edited, T fact) {
    return edited == null ? fact : edited.value();
  }

  private static List<String> orEmpty(List<String> tags) {
    return tags == null ? List.of() : tags;
  }
}
