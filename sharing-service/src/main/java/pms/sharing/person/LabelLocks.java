package pms.sharing.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;

/** An invitation that is being written and its person's first call wait for each other, so that they cannot miss each other. */
@ApplicationScoped
class LabelLocks {

  private final EntityManager database;

  LabelLocks(EntityManager database) {
    this.database = database;
  }

  /** Held until the transaction ends; in one order for everybody, and before any album is locked. */
  @Transactional(TxType.MANDATORY)
  void hold(Collection<String> labels) {
    labels.stream().sorted().forEach(this::hold);
  }

  private void hold(String label) {
    database
        .createNativeQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended(?1, 5)) AS text)", String.class)
        .setParameter(1, label)
        .getResultList();
  }
}
