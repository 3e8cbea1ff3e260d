package pms.sharing.smart;

import jakarta.persistence.Tuple;
import java.util.UUID;

/**
 * An album that follows a query over its owner's own pictures.
 *
 * @param generation grows with the query
 * @param reached up to which image the running comparison has come; null before the first
 */
record SmartAlbum(String owner, UUID id, String query, long generation, UUID reached) {

  static final String COLUMNS = "owner_id, album_id, query, generation, reached";

  static SmartAlbum of(Tuple row) {
    return new SmartAlbum(
        row.get("owner_id", String.class),
        row.get("album_id", UUID.class),
        row.get("query", String.class),
        row.get("generation", Number.class).longValue(),
        row.get("reached", UUID.class));
  }
}
