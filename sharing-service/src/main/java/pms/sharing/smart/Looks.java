package pms.sharing.smart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;

/** Images that changed and are to be looked at: only those of owners who have albums that follow a query. */
@ApplicationScoped
class Looks {

  /** As often a picture is asked about that search-service does not know yet; half an hour, all in all. */
  private static final int MOST_TRIES = 40;

  private static final String NOTE =
      """
      INSERT INTO smart_due (owner_id, image_id, due_at)
      SELECT o.owner_id, ?2, now() FROM smart_owner o WHERE o.owner_id = ?1
      ON CONFLICT (owner_id, image_id) DO UPDATE SET stamp = smart_due.stamp + 1, tries = 0, due_at = now()
      """;

  private static final String DUE =
      """
      SELECT d.image_id, d.stamp, coalesce(p.life = 'LIVE', false) AS shown, p.file_name IS NOT NULL AS uploaded,
        CASE WHEN p.metadata IS NOT NULL THEN p.metadata_revision END AS facts,
        CASE WHEN p.rendering_revision > 0 THEN p.version END AS version,
        CASE WHEN p.rendering_revision > 0 THEN p.rendering_revision END AS renditions,
        CASE WHEN p.life_revision > 0 THEN p.life_revision END AS lifecycle
      FROM smart_due d LEFT JOIN picture p ON p.owner_id = d.owner_id AND p.id = d.image_id
      WHERE d.owner_id = ?1 AND d.due_at <= now() ORDER BY d.due_at LIMIT ?2
      """;

  private static final String DONE =
      """
      DELETE FROM smart_due d USING unnest(?2, ?3) AS l (id, stamp)
       WHERE d.owner_id = ?1 AND d.image_id = l.id AND d.stamp = l.stamp
      """;

  private static final String LATER =
      """
      UPDATE smart_due d SET tries = d.tries + 1, due_at = now() + interval '1 second' * least(power(2, d.tries), 60)
        FROM unnest(?2, ?3) AS l (id, stamp) WHERE d.owner_id = ?1 AND d.image_id = l.id AND d.stamp = l.stamp
      """;

  private static final String GIVE_UP = "DELETE FROM smart_due WHERE owner_id = ?1 AND tries > " + MOST_TRIES;

  private final EntityManager database;

  Looks(EntityManager database) {
    this.database = database;
  }

  /** In the transaction that learned of the change. */
  @Transactional(TxType.MANDATORY)
  void note(String owner, UUID image) {
    database.createNativeQuery(NOTE).setParameter(1, owner).setParameter(2, image).executeUpdate();
  }

  @Transactional
  List<Look> due(String owner, int most) {
    List<?> rows = database.createNativeQuery(DUE, Tuple.class).setParameter(1, owner).setParameter(2, most).getResultList();
    return rows.stream().map(row -> look((Tuple) row)).toList();
  }

  /** Unless something came meanwhile. */
  @Transactional(TxType.MANDATORY)
  void done(String owner, List<Look> looks) {
    settle(DONE, owner, looks);
  }

  /** Search-service has not heard of them yet. @return how many were given up, until everything is compared again */
  @Transactional(TxType.MANDATORY)
  int later(String owner, List<Look> looks) {
    settle(LATER, owner, looks);
    return looks.isEmpty() ? 0 : database.createNativeQuery(GIVE_UP).setParameter(1, owner).executeUpdate();
  }

  private void settle(String sql, String owner, List<Look> looks) {
    if (!looks.isEmpty()) {
      database
          .createNativeQuery(sql)
          .setParameter(1, owner)
          .setParameter(2, looks.stream().map(Look::image).toArray(UUID[]::new))
          .setParameter(3, looks.stream().map(Look::stamp).toArray(Long[]::new))
          .executeUpdate();
    }
  }

  private static Look look(Tuple row) {
    UUID image = row.get("image_id", UUID.class);
    return new Look(
        image,
        row.get("stamp", Number.class).longValue(),
        row.get("shown", Boolean.class),
        new Look.Told(
            image,
            row.get("uploaded", Boolean.class),
            number(row, "facts"),
            row.get("version") == null ? null : row.get("version", Number.class).intValue(),
            number(row, "renditions"),
            number(row, "lifecycle")));
  }

  private static Long number(Tuple row, String column) {
    return row.get(column) == null ? null : row.get(column, Number.class).longValue();
  }
}
