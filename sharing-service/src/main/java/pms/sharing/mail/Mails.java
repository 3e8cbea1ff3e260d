package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/** Notes what people are to be told by mail, within the transaction that makes it true. */
@ApplicationScoped
public class Mails {

  /** Whoever did it knows; who has no verified address, or does not want to be told, is left out. */
  private static final String NOTE =
      """
      INSERT INTO mail_due (person_id, id, kind, actor, album_id, image_id, amount, at)
      SELECT p.id, gen_random_uuid(), :kind, CAST(:actor AS text), CAST(:album AS uuid), CAST(:image AS uuid), :amount, :at
        FROM person p LEFT JOIN mail_refusal r ON r.person_id = p.id
       WHERE p.id = ANY (:people) AND p.id IS DISTINCT FROM CAST(:actor AS text) AND p.mail IS NOT NULL
         AND (r.kinds IS NULL OR NOT :kind = ANY (r.kinds))
      """;

  private final EntityManager database;
  private final Clock clock;

  Mails(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param people ids of users
   * @param actor id of who did it; null for a guest
   */
  @Transactional(TxType.MANDATORY)
  public void ofAlbum(MailKind kind, Collection<String> people, String actor, UUID album, int amount) {
    note(kind, people, actor, album, null, amount);
  }

  @Transactional(TxType.MANDATORY)
  public void ofImage(MailKind kind, Collection<String> people, String actor, UUID image) {
    note(kind, people, actor, null, image, 1);
  }

  private void note(MailKind kind, Collection<String> people, String actor, UUID album, UUID image, int amount) {
    database.createNativeQuery(NOTE)
        .setParameter("kind", kind.text())
        .setParameter("actor", actor)
        .setParameter("album", album == null ? null : album.toString())
        .setParameter("image", image == null ? null : image.toString())
        .setParameter("amount", amount)
        .setParameter("at", clock.instant())
        .setParameter("people", people.toArray(String[]::new))
        .executeUpdate();
  }
}
