package pms.sharing.album;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;
import pms.sharing.access.Role;
import pms.sharing.page.Cursor;

/**
 * An album as the caller sees it.
 *
 * @param owner id of the user who has it now
 * @param role of the caller: viewer, contributor, editor or owner
 * @param parent the album around it; null when there is none or the caller does not see it
 * @param query what it follows by itself, told to its owners; null for others and for an album that is picked by hand
 * @param state of an album that follows a query: {@code filling} until all that it finds was put in, then {@code ready}
 */
record AlbumView(
    UUID id,
    String owner,
    String title,
    String description,
    String role,
    long count,
    UUID cover,
    UUID parent,
    Instant createdAt,
    Instant changedAt,
    String query,
    String state,
    @JsonIgnore long revision) {

  static AlbumView of(Tuple row) {
    return new AlbumView(
        row.get("id", UUID.class),
        row.get("holder_id", String.class),
        row.get("title", String.class),
        row.get("description", String.class),
        Role.ofRank(row.get("role", Number.class).intValue()).text(),
        row.get("item_count", Number.class).longValue(),
        row.get("cover", UUID.class),
        row.get("parent", UUID.class),
        row.get("created_at", Instant.class),
        row.get("changed_at", Instant.class),
        isOwners(row) ? row.get("query", String.class) : null,
        row.get("filling") == null ? null : row.get("filling", Boolean.class) ? "filling" : "ready",
        row.get("revision", Number.class).longValue());
  }

  private static boolean isOwners(Tuple row) {
    return Role.ofRank(row.get("role", Number.class).intValue()) == Role.OWNER;
  }

  Cursor cursor() {
    return Cursor.of(id);
  }
}
