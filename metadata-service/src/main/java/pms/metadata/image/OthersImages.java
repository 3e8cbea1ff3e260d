package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.kit.access.Accesses;
import pms.kit.access.Right;
import pms.kit.caller.Caller;
import pms.metadata.database.Sql;

/** Images of other owners, as far as sharing-service lets the caller at them. */
@ApplicationScoped
class OthersImages {

  private static final String OWNER =
      "SELECT owner_id FROM image WHERE id = ? AND owner_id <> ? AND uploaded_at IS NOT NULL"
          + " AND purged_at IS NULL AND trashed_at IS NULL";

  private final Sql sql;
  private final Accesses accesses;
  private final Caller caller;

  OthersImages(Sql sql, Accesses accesses, Caller caller) {
    this.sql = sql;
    this.accesses = accesses;
    this.caller = caller;
  }

  /** Empty for what is not there, for what is the caller's own, and for what the caller may not. */
  Optional<ImageKey> find(UUID id, Right right) {
    return sql.first(OWNER, row -> new ImageKey(row.getString(1), id), id, caller.id())
        .filter(found -> accesses.may(caller, id, right));
  }
}
