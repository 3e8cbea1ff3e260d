package pms.search.album;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The albums that somebody can see.
 *
 * @param ids of all of them
 * @param matching ids of those that a term of the query speaks of
 * @param titles by id, of those in {@code matching}
 */
public record SeenAlbums(Set<String> ids, Map<AlbumTerm, List<String>> matching, Map<String, String> titles) {

  public static final SeenAlbums NONE = of(Set.of());

  /** Of no term is it known whether it speaks of them. */
  public static SeenAlbums of(Set<String> ids) {
    return new SeenAlbums(ids, Map.of(), Map.of());
  }

  /** The same, where others can be seen as well. */
  public SeenAlbums among(Set<String> all) {
    return new SeenAlbums(all, matching, titles);
  }

  public List<String> matching(AlbumTerm term) {
    return matching.getOrDefault(term, List.of());
  }
}
