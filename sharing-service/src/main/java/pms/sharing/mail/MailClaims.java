package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Who is due, each claimed by one replica. What is claimed is gone from the table before it is sent: a crash in between loses a
 * mail, which everybody can read up in the album, and never sends one twice, which nobody can take back.
 */
@ApplicationScoped
class MailClaims {

  private static final String WHO =
      "SELECT person_id FROM mail_due WHERE at <= ?1 ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED";
  private static final String CLAIM =
      "DELETE FROM mail_due WHERE person_id = ?1 RETURNING person_id, kind, actor, album_id, image_id, amount, tries, at";
  private static final String PUT_BACK =
      "INSERT INTO mail_due (person_id, id, kind, actor, album_id, image_id, amount, tries, at)"
          + " VALUES (?1, gen_random_uuid(), ?2, CAST(?3 AS text), CAST(?4 AS uuid), CAST(?5 AS uuid), ?6, ?7, ?8)";

  private final EntityManager database;
  private final MailConfig config;
  private final Clock clock;

  MailClaims(EntityManager database, MailConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  /** All for one person, oldest first; empty when nobody is due. */
  @Transactional
  List<DueMail> next() {
    Instant before = clock.instant().minus(config.collect());
    List<?> who = database.createNativeQuery(WHO, String.class).setParameter(1, before).getResultList();
    if (who.isEmpty()) {
      return List.of();
    }
    List<?> rows = database.createNativeQuery(CLAIM, Tuple.class).setParameter(1, who.getFirst()).getResultList();
    return rows.stream().map(row -> DueMail.of((Tuple) row)).sorted(java.util.Comparator.comparing(DueMail::at)).toList();
  }

  /** The server refused, so nothing was sent: tried again after as long as is collected, but not for ever. */
  @Transactional
  void putBack(List<DueMail> refused) {
    Instant now = clock.instant();
    for (DueMail due : refused) {
      if (due.tries() + 1 < config.tries()) {
        database.createNativeQuery(PUT_BACK)
            .setParameter(1, due.person()).setParameter(2, due.kind().text()).setParameter(3, due.actor())
            .setParameter(4, due.album() == null ? null : due.album().toString())
            .setParameter(5, due.image() == null ? null : due.image().toString())
            .setParameter(6, due.amount()).setParameter(7, due.tries() + 1).setParameter(8, now)
            .executeUpdate();
      }
    }
  }
}
