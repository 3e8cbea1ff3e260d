package pms.sharing.smart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who works for which owner. A lease that ended with its worker is taken over by the next one that looks. */
@ApplicationScoped
class SmartOwners {

  /** What waits of owners who are served or paused is passed over, so that nobody's trouble is in the way of the others. */
  private static final String DUE =
      """
      SELECT w.owner_id FROM %s w JOIN smart_owner s ON s.owner_id = w.owner_id
       WHERE w.due_at <= now() AND (s.lease_until IS NULL OR s.lease_until < now()) ORDER BY w.due_at LIMIT 500
      """;
  private static final String TAKE =
      """
      UPDATE smart_owner SET worker = ?1, lease_until = now() + interval '60 seconds', turn_at = now()
       WHERE owner_id = (
         SELECT o.owner_id FROM smart_owner o
          WHERE (o.lease_until IS NULL OR o.lease_until < now()) AND o.owner_id IN ((%s) UNION (%s))
          ORDER BY o.turn_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING owner_id
      """.formatted(DUE.formatted("smart_due"), DUE.formatted("smart_album"));
  private static final String KEEP =
      "UPDATE smart_owner SET lease_until = now() + interval '60 seconds' WHERE owner_id = ?1 AND worker = ?2";
  private static final String LEAVE =
      "UPDATE smart_owner SET worker = NULL, lease_until = now() + interval '1 millisecond' * CAST(?3 AS bigint)"
          + " WHERE owner_id = ?1 AND worker = ?2";

  private final EntityManager database;

  SmartOwners(EntityManager database) {
    this.database = database;
  }

  /** The one who waited longest of those for whom there is something to do. */
  @Transactional
  Optional<String> take(UUID worker) {
    List<?> taken = database.createNativeQuery(TAKE, String.class).setParameter(1, worker).getResultList();
    return taken.stream().map(String.class::cast).findFirst();
  }

  /** Locks the lease until the transaction ends; false when it is another's by now, and then nothing is to be written. */
  @Transactional(TxType.MANDATORY)
  boolean keep(String owner, UUID worker) {
    return database.createNativeQuery(KEEP).setParameter(1, owner).setParameter(2, worker).executeUpdate() == 1;
  }

  /** @param pause until somebody may go on */
  @Transactional
  void leave(String owner, UUID worker, Duration pause) {
    database.createNativeQuery(LEAVE).setParameter(1, owner).setParameter(2, worker).setParameter(3, pause.toMillis()).executeUpdate();
  }
}
