package pms.metadata.image;

import java.util.List;
import pms.contracts.TakenAt;
import pms.metadata.extract.Place;

/** What people said about an image, kept apart from what its file says. A field that nobody touched is null. */
record Edits(
    Edited<String> title,
    Edited<String> description,
    Edited<List<String>> tags,
    Edited<String> category,
    Edited<Integer> rating,
    Edited<Boolean> favourite,
    Edited<TakenAt> takenAt,
    Edited<Place> location) {

  static final Edits NONE = new Edits(null, null, null, null, null, null, null, null);

  /** These edits, and the earlier ones where these say nothing. */
  Edits over(Edits earlier) {
    return new Edits(
        first(title, earlier.title),
        first(description, earlier.description),
        first(tags, earlier.tags),
        first(category, earlier.category),
        first(rating, earlier.rating),
        first(favourite, earlier.favourite),
        first(takenAt, earlier.takenAt),
        first(location, earlier.location));
  }

  private static <T> Edited<T> first(Edited<T> later, Edited<T> earlier) {
    return later == null ? earlier : later;
  }
}
