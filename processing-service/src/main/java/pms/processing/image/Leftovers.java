package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Objects are staged before they are written, and published with the row that leads to them: what a crash leaves between the
 * two is deleted when its time has come. So are those that nobody will ask for any more.
 */
@ApplicationScoped
public class Leftovers {

  /** Longer than any rendering may take. */
  private static final Duration UNTIL_PUBLISHED = Duration.ofHours(1);

  /** Longer than somebody who was led there needs to fetch it. */
  private static final Duration UNTIL_FETCHED = Duration.ofMinutes(10);

  private final EntityManager database;
  private final Clock clock;

  Leftovers(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Objects under this prefix are about to be written. */
  @Transactional
  public void stage(String owner, String prefix) {
    remember(owner, prefix, UNTIL_PUBLISHED);
  }

  /** They are all there, and a row of the running transaction leads to them; false if they took too long and are gone. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean publish(String owner, String prefix) {
    return database
            .createNativeQuery("DELETE FROM leftover WHERE owner_id = ?1 AND prefix = ?2 AND due > ?3")
            .setParameter(1, owner)
            .setParameter(2, prefix)
            .setParameter(3, clock.instant())
            .executeUpdate()
        == 1;
  }

  /** No row leads to them any more. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void discard(String owner, String prefix) {
    remember(owner, prefix, UNTIL_FETCHED);
  }

  private void remember(String owner, String prefix, Duration keep) {
    database
        .createNativeQuery(
            """
            INSERT INTO leftover (owner_id, prefix, due) VALUES (?1, ?2, ?3)
            ON CONFLICT (owner_id, prefix) DO UPDATE SET due = excluded.due""")
        .setParameter(1, owner)
        .setParameter(2, prefix)
        .setParameter(3, clock.instant().plus(keep))
        .executeUpdate();
  }

  @Transactional
  @SuppressWarnings("unchecked")
  List<String> due(int most) {
    return database
        .createNativeQuery("SELECT prefix FROM leftover WHERE due <= ?1 ORDER BY due LIMIT ?2", String.class)
        .setParameter(1, clock.instant())
        .setParameter(2, most)
        .getResultList();
  }

  @Transactional
  void gone(List<String> prefixes) {
    database
        .createNativeQuery("DELETE FROM leftover WHERE prefix IN (?1) AND due <= ?2")
        .setParameter(1, prefixes)
        .setParameter(2, clock.instant())
        .executeUpdate();
  }
}
