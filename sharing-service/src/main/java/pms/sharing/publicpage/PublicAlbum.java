package pms.sharing.publicpage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Tuple;
import java.util.UUID;
import pms.sharing.page.Cursor;

/**
 * An album inside the one that a link shows, as guests see it.
 *
 * @param owner first part of its key
 * @param parent the album around it
 */
record PublicAlbum(UUID id, @JsonIgnore String owner, UUID parent, String title, long count) {

  static PublicAlbum of(Tuple row) {
    return new PublicAlbum(
        row.get("id", UUID.class),
        row.get("owner_id", String.class),
        row.get("parent_id", UUID.class),
        row.get("title", String.class),
        row.get("item_count", Number.class).longValue());
  }

  Cursor cursor() {
    return Cursor.of(id);
  }
}
