package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.kit.access.Accesses;
import pms.kit.access.Right;
import pms.kit.caller.Caller;
import pms.metadata.database.Sql;

/** Images of other owners, as far as sharing-service lets the caller at them. */
@ApplicationScoped
class OthersImages {

  private static final String OWNERS =
      "SELECT owner_id, uploaded_at IS NOT NULL AND purged_at IS NULL AND trashed_at IS NULL FROM image WHERE id = ?";

  private final Sql sql;
  private final Accesses accesses;
  private final Caller caller;

  OthersImages(Sql sql, Accesses accesses, Caller caller) {
    this.sql = sql;
    this.accesses = accesses;
    this.caller = caller;
  }

  private record Known(String owner, boolean shown) {}

  /**
   * Empty for what is not there, for what is the caller's own, and for what the caller may not. Sharing-service is asked of what is
   * not there as well: the time an answer takes must not tell it from what is somebody else's.
   */
  Optional<ImageKey> find(UUID id, Right right) {
    List<Known> known = sql.list(OWNERS, row -> new Known(row.getString(1), row.getBoolean(2)), id);
    if (known.stream().anyMatch(image -> image.owner.equals(caller.id())) || !accesses.may(caller, id, right)) {
      return Optional.empty();
    }
    return known.stream().filter(Known::shown).findFirst().map(theirs -> new ImageKey(theirs.owner, id));
  }
}
