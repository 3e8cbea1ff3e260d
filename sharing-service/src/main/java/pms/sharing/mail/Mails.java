package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import pms.sharing.access.Subjects;

/** Notes what people are to be told by mail, within the transaction that makes it true. */
@ApplicationScoped
public class Mails {

  /**
   * Whoever did it knows; who has no verified address, or does not want to be told, is left out. Everybody is noted once, be
   * they meant themselves and by three groups: those that their token told at their last visit.
   */
  private static final String NOTE =
      """
      INSERT INTO mail_due (person_id, id, kind, actor, album_id, image_id, amount, at)
      SELECT p.id, gen_random_uuid(), :kind, CAST(:actor AS text), CAST(:album AS uuid), CAST(:image AS uuid), :amount, :at
        FROM person p LEFT JOIN mail_refusal r ON r.person_id = p.id
       WHERE (p.id = ANY (:people) OR p.groups && CAST(:groups AS text[])) AND NOT p.id = ANY (:others)
         AND p.id IS DISTINCT FROM CAST(:actor AS text) AND p.mail IS NOT NULL
         AND (r.kinds IS NULL OR NOT :kind = ANY (r.kinds))
      """;

  private final EntityManager database;
  private final Clock clock;

  Mails(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param subjects users and groups
   * @param actor id of who did it; null for a guest
   */
  @Transactional(TxType.MANDATORY)
  public void ofAlbum(MailKind kind, Collection<String> subjects, String actor, UUID album, int amount) {
    note(kind, subjects, List.of(), actor, album, null, amount);
  }

  /** @param known subjects who are told nothing new by it */
  @Transactional(TxType.MANDATORY)
  public void invited(String subject, Collection<String> known, String actor, UUID album) {
    note(MailKind.INVITATIONS, List.of(subject), known, actor, album, null, 1);
  }

  /**
   * @param subjects users and groups
   * @param actor id of who did it; null for a guest
   */
  @Transactional(TxType.MANDATORY)
  public void ofImage(MailKind kind, Collection<String> subjects, String actor, UUID image) {
    note(kind, subjects, List.of(), actor, null, image, 1);
  }

  private void note(
      MailKind kind, Collection<String> subjects, Collection<String> known, String actor, UUID album, UUID image, int amount) {
    database.createNativeQuery(NOTE)
        .setParameter("kind", kind.text())
        .setParameter("actor", actor)
        .setParameter("album", album == null ? null : album.toString())
        .setParameter("image", image == null ? null : image.toString())
        .setParameter("amount", amount)
        .setParameter("at", clock.instant())
        .setParameter("people", names(subjects, Subjects::userId))
        .setParameter("groups", names(subjects, Subjects::groupName))
        .setParameter("others", names(known, Subjects::userId))
        .executeUpdate();
  }

  private static String[] names(Collection<String> subjects, Function<String, Optional<String>> kind) {
    return subjects.stream().map(kind).flatMap(Optional::stream).toArray(String[]::new);
  }
}
