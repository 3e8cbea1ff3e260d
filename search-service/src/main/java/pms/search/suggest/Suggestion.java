package pms.search.suggest;

import pms.search.query.QueryParser;

/**
 * What may be meant by what is typed so far.
 *
 * @param kind tag, place, camera or album
 * @param count of pictures that have it, of those the caller may see
 * @param estimated true where the count was estimated from a sample, to two digits; null where it was counted
 * @param query finds these pictures
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

  /** Just this value: by its words alone other places and cameras would be found as well. */
  private static String query(Entry.Kind kind, String value) {
    return kind.label() + (kind == Entry.Kind.TAG ? ":" : ":=") + QueryParser.quote(value);
  }
}
