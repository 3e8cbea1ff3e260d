package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Which strangers are due, each claimed by one replica before anything is sent, so that none is written to twice. */
@ApplicationScoped
class StrangerClaims {

  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT owner_id, album_id, address FROM mail_stranger WHERE due_at <= ?1
         ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE mail_stranger s SET due_at = NULL, tries = s.tries + 1 FROM due
       WHERE s.owner_id = due.owner_id AND s.album_id = due.album_id AND s.address = due.address
      RETURNING s.owner_id, s.album_id, s.address, s.invited_by, s.tries
      """;

  /** Only while the invitation waits: not once it was withdrawn, nor once somebody has come for it. */
  private static final String TITLE =
      """
      SELECT a.title FROM album a JOIN member m ON m.owner_id = a.owner_id AND m.album_id = a.id
       WHERE a.owner_id = ?1 AND a.id = ?2 AND m.label = 'user:' || ?3 AND m.subject IS NULL
      """;

  private static final String PUT_BACK =
      "UPDATE mail_stranger SET due_at = ?4 WHERE owner_id = ?1 AND album_id = ?2 AND address = ?3";

  private final EntityManager database;
  private final MailConfig config;
  private final Clock clock;

  StrangerClaims(EntityManager database, MailConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  Optional<StrangerMail> next() {
    List<?> rows =
        database.createNativeQuery(CLAIM, Tuple.class)
            .setParameter(1, clock.instant().minus(config.collect()))
            .getResultList();
    return rows.stream().map(row -> StrangerMail.of((Tuple) row)).findFirst();
  }

  /** Of the album; empty when there is nothing to invite to any more. */
  @Transactional
  Optional<String> title(StrangerMail mail) {
    List<String> titles =
        database.createNativeQuery(TITLE, String.class)
            .setParameter(1, mail.owner()).setParameter(2, mail.album()).setParameter(3, mail.address())
            .getResultList();
    return titles.stream().findFirst();
  }

  /** The server refused, so nothing was sent: tried again after as long as is collected, but not for ever. */
  @Transactional
  void putBack(StrangerMail refused) {
    if (refused.tries() < config.tries()) {
      database.createNativeQuery(PUT_BACK)
          .setParameter(1, refused.owner()).setParameter(2, refused.album()).setParameter(3, refused.address())
          .setParameter(4, clock.instant())
          .executeUpdate();
    }
  }
}
