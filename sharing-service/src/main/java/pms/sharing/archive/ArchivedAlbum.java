package pms.sharing.archive;

import jakarta.persistence.Tuple;
import java.util.UUID;

/**
 * An album that becomes a folder.
 *
 * @param owner first part of its key
 * @param parent the album around it; null when there is none
 */
record ArchivedAlbum(String owner, UUID id, UUID parent, String title) {

  static ArchivedAlbum of(Tuple row) {
    return new ArchivedAlbum(
        row.get("owner_id", String.class), row.get("id", UUID.class), row.get("parent_id", UUID.class), row.get("title", String.class));
  }
}
