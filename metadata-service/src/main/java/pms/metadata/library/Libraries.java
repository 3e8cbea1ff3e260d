package pms.metadata.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pms.metadata.database.Sql;

/** The order of changes within an owner's library. */
@ApplicationScoped
public class Libraries {

  private static final String NEXT =
      "INSERT INTO library (owner_id, revision) VALUES (?, 1)"
          + " ON CONFLICT (owner_id) DO UPDATE SET revision = library.revision + 1 RETURNING revision";
  private static final String NOW = "SELECT revision FROM library WHERE owner_id = ?";

  private final Sql sql;

  Libraries(Sql sql) {
    this.sql = sql;
  }

  /**
   * From here to the end of the transaction nobody else changes what the owner's library counts: tags, categories, timeline.
   * Taken behind the locks of images and before any row of those, so that two transactions never wait for each other.
   *
   * @return the library's revision from now on
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public long lock(String owner) {
    return sql.first(NEXT, row -> row.getLong(1), owner).orElseThrow();
  }

  public long revision(String owner) {
    return sql.first(NOW, row -> row.getLong(1), owner).orElse(0L);
  }
}
