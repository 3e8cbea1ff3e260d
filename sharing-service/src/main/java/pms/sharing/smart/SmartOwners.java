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

  private static final String TAKE =
      """
      UPDATE smart_owner SET worker = ?1, lease_until = now() + interval '60 seconds', turn_at = now()
       WHERE owner_id = (
         SELECT o.owner_id FROM smart_owner o
          WHERE (o.lease_until IS NULL OR o.lease_until < now())
            AND o.owner_id IN (
              (SELECT owner_id FROM smart_due WHERE due_at <= now() ORDER BY due_at LIMIT 500)
              UNION
              (SELECT owner_id FROM smart_album WHERE due_at <= now() ORDER BY due_at LIMIT 500))
          ORDER BY o.turn_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING owner_id
      """;
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
