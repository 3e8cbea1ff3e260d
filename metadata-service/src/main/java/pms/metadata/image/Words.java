package pms.metadata.image;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import pms.contracts.Location;
import pms.contracts.TakenAt;
import pms.metadata.extract.AutomaticTags;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Place;
import pms.metadata.extract.Tags;
import pms.metadata.tag.TagKey;

/**
 * What counts for the fields that people may change: their word where they gave one, else the file's.
 *
 * @param tags all that count, each word once, the automatic ones last
 * @param automaticTags those of the tags that were drawn from facts and that nobody typed
 * @param location null when unknown
 */
record Words(
    String title,
    String description,
    List<String> tags,
    List<String> automaticTags,
    String category,
    Integer rating,
    boolean favourite,
    boolean archived,
    TakenAt takenAt,
    Place location) {

  static Words of(Facts facts, Edits edits) {
    return of(facts, automatic(facts, edits), edits);
  }

  /** @param automatic what is drawn from facts by itself, if nobody took it away */
  static Words of(Facts facts, List<String> automatic, Edits edits) {
    List<String> typed = List.copyOf(TagKey.byKey(orEmpty(choose(edits.tags(), facts.tags()))).values());
    List<String> drawn = TagKey.minus(automatic, Stream.concat(typed.stream(), orEmpty(edits.withoutTags()).stream()).toList());
    return new Words(
        choose(edits.title(), facts.title()),
        choose(edits.description(), facts.description()),
        Stream.concat(typed.stream(), drawn.stream()).toList(),
        drawn,
        choose(edits.category(), null),
        choose(edits.rating(), facts.rating()),
        Boolean.TRUE.equals(choose(edits.favourite(), null)),
        Boolean.TRUE.equals(choose(edits.archived(), null)),
        choose(edits.takenAt(), facts.takenAt()),
        choose(edits.location(), facts.place()));
  }

  /** What is drawn from the file, and from time and place as they count. */
  static List<String> automatic(Facts facts, Edits edits) {
    return AutomaticTags.of(facts, choose(edits.takenAt(), facts.takenAt()), choose(edits.location(), facts.place()));
  }

  /** So many may be sent for them: the automatic ones come back as they were shown, and so do all of an image that has too many. */
  int mostTags() {
    return Math.max(Tags.MOST + automaticTags.size(), tags.size());
  }

  Words tagged(List<String> tags) {
    return new Words(title, description, tags, automaticTags, category, rating, favourite, archived, takenAt, location);
  }

  /** @param path null for none */
  Words in(String path) {
    return new Words(title, description, tags, automaticTags, path, rating, favourite, archived, takenAt, location);
  }

  /** Those of these spellings that are automatic. */
  List<String> automaticAmong(List<String> spelled) {
    Set<String> keys = TagKey.byKey(automaticTags).keySet();
    return spelled.stream().filter(name -> keys.contains(TagKey.of(name))).toList();
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
