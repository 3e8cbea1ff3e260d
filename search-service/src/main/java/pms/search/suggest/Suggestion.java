package pms.search.suggest;

/**
 * What may be meant by what is typed so far.
 *
 * @param kind tag, place, camera or album
 * @param count of pictures that have it, of those the caller may see
 * @param estimated true where the count was estimated from a sample, to two digits; null where it was counted
 * @param query finds these pictures; null where no query can name it
 * @param id of an album
 */
public record Suggestion(String kind, String value, long count, Boolean estimated, String query, String id) {

  static Suggestion of(Entry.Kind kind, String value, long seen, Sample sample) {
    Boolean estimated = sample.isAll() ? null : true;
    return new Suggestion(kind.label(), value, sample.estimate(seen), estimated, query(kind, value), null);
  }

  static Suggestion ofAlbum(String id, String title, long count) {
    return new Suggestion(Entry.Kind.ALBUM.label(), title, count, null, "album:" + id, id);
  }

  /** A quotation mark inside a quoted value would end it. */
  private static String query(Entry.Kind kind, String value) {
    return value.matches(".*[\"\u201c\u201d\u201e].*") ? null : kind.label() + ":\"" + value + "\"";
  }
}
