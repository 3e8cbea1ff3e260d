package pms.sharing.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Gives what is new in the trail its place in the export. Only what is committed can be seen and gets one, so an entry whose
 * transaction takes long gets a later place than those that were exported meanwhile, and is not passed over.
 */
@ApplicationScoped
class AuditPlaces {

  /** More than on any page, so that a page is only short when nothing more is there. */
  private static final int MOST = 2_000;

  /** One export at a time, to the end of its transaction: places become visible in their order. Any number that nothing else locks. */
  private static final String ONE_BY_ONE = "SELECT CAST(pg_advisory_xact_lock(7306313) AS text)";

  private static final String GIVE =
      """
      UPDATE audit_entry e SET place = fresh.place
        FROM (SELECT owner_id, id, (SELECT coalesce(max(place), 0) FROM audit_entry) + row_number() OVER (ORDER BY id) AS place
                FROM (SELECT owner_id, id FROM audit_entry WHERE place IS NULL ORDER BY id LIMIT ?1) unplaced) fresh
       WHERE e.owner_id = fresh.owner_id AND e.id = fresh.id
      """;

  private final EntityManager database;

  AuditPlaces(EntityManager database) {
    this.database = database;
  }

  @Transactional(TxType.MANDATORY)
  void give() {
    database.createNativeQuery(ONE_BY_ONE, String.class).getResultList();
    database.createNativeQuery(GIVE).setParameter(1, MOST).executeUpdate();
  }
}
