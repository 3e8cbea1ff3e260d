package pms.metadata.image;

import java.util.List;
import java.util.stream.Stream;
import pms.contracts.TakenAt;
import pms.kit.problem.Problem;
import pms.metadata.extract.Place;
import pms.metadata.extract.Tags;
import pms.metadata.tag.TagKey;

/**
 * What people said about an image, kept apart from what its file says. A field that nobody touched is null.
 *
 * @param category path of a category; only on the way, since an image keeps the category itself
 * @param withoutTags automatic tags that somebody took away, which never come back by themselves
 */
record Edits(
    Edited<String> title,
    Edited<String> description,
    Edited<List<String>> tags,
    Edited<String> category,
    Edited<Integer> rating,
    Edited<Boolean> favourite,
    Edited<Boolean> archived,
    Edited<TakenAt> takenAt,
    Edited<Place> location,
    List<String> withoutTags) {

  static final Edits NONE = new Edits(null, null, null, null, null, null, null, null, null, null);

  /** These edits, and the earlier ones where these say nothing. */
  Edits over(Edits earlier) {
    return new Edits(
        first(title, earlier.title),
        first(description, earlier.description),
        first(tags, earlier.tags),
        first(category, earlier.category),
        first(rating, earlier.rating),
        first(favourite, earlier.favourite),
        first(archived, earlier.archived),
        first(takenAt, earlier.takenAt),
        first(location, earlier.location),
        withoutTags == null ? earlier.withoutTags : withoutTags);
  }

  Edits withoutCategory() {
    return new Edits(title, description, tags, null, rating, favourite, archived, takenAt, location, withoutTags);
  }

  static Edits ofTags(List<String> tags) {
    return new Edits(null, null, new Edited<>(tags), null, null, null, null, null, null, null);
  }

  /** @param path null for no category */
  static Edits ofCategory(String path) {
    return new Edits(null, null, null, new Edited<>(path), null, null, null, null, null, null);
  }

  /**
   * The same, where tags are the whole list that somebody wants to see: a tag that was drawn from facts and that nobody typed
   * stays automatic, and one that is missing stays away.
   */
  Edits withTagsApart(Edits earlier, Image image) {
    // A patch may also change time or place, from which other tags are drawn than those that somebody saw.
    List<String> automatic = Stream.concat(image.automatic().stream(), image.automatic(over(earlier)).stream()).toList();
    return withTagsApart(earlier, image.facts().tags(), automatic);
  }

  Edits withTagsApart(Edits earlier, List<String> inFile, List<String> automatic) {
    if (tags == null) {
      return this;
    }
    List<String> typedBefore = earlier.tags == null ? inFile : earlier.tags.value();
    List<String> typed = TagKey.minus(tags.value(), TagKey.minus(automatic, typedBefore));
    List<String> away = Stream.concat(earlier.away(), automatic.stream()).toList();
    boolean asInFile = earlier.tags == null && TagKey.byKey(typed).keySet().equals(TagKey.byKey(inFile).keySet());
    return new Edits(
        title, description, asInFile ? null : new Edited<>(typed), category, rating, favourite, archived, takenAt, location,
        TagKey.minus(away, tags.value()));
  }

  /** Whether more tags were typed than an image may have, and more than before; those in a file are never too many. */
  boolean hasTooManyTags(Edits earlier) {
    int before = earlier.tags == null ? 0 : earlier.tags.value().size();
    return tags != null && tags.value().size() > Math.max(before, Tags.MOST);
  }

  /** @throws Problem 400 when there are too many tags */
  void requireFewTags(Edits earlier) {
    if (hasTooManyTags(earlier)) {
      throw Problem.invalid("tags", "must be at most " + Tags.MOST + " tags beside the automatic ones");
    }
  }

  private Stream<String> away() {
    return withoutTags == null ? Stream.empty() : withoutTags.stream();
  }

  private static <T> Edited<T> first(Edited<T> later, Edited<T> earlier) {
    return later == null ? earlier : later;
  }
}
