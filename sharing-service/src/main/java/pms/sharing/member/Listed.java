package pms.sharing.member;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import pms.sharing.access.Role;
import pms.sharing.access.Subjects;
import pms.sharing.page.Cursor;
import pms.sharing.person.Label;

/**
 * A member as the list of an album finds them.
 *
 * @param out how many albums further out they are a member; 0 for the album itself
 */
record Listed(UUID id, Label label, String subject, Role role, Instant addedAt, int out) {

  /** Parameters: album, out and id of the last one shown, rows. The album's own first, then those of the albums around it. */
  static final String PAGE =
      """
      SELECT * FROM (
        SELECT m.id, m.label, m.subject, m.role, m.added_at,
          cardinality(a.path) - array_position(a.path, m.album_id) AS out
        FROM album a JOIN member m ON m.album_id = ANY (a.path) WHERE a.id = ?1) listed
      WHERE (out, id) > (?2, ?3) ORDER BY out, id LIMIT ?4
      """;

  static Listed of(Tuple row) {
    return new Listed(
        row.get("id", UUID.class),
        Label.of(row.get("label", String.class)),
        row.get("subject", String.class),
        Role.ofRank(row.get("role", Number.class).intValue()),
        row.get("added_at", Instant.class),
        row.get("out", Number.class).intValue());
  }

  /** Empty for groups and for those who have not come. */
  Optional<String> userId() {
    return Subjects.userId(subject);
  }

  Cursor cursor() {
    return new Cursor(out, id);
  }
}
