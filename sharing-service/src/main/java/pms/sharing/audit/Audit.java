package pms.sharing.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.access.AlbumRight;

/** Writes down who gave whom what, in the transaction that does it; nothing here is ever changed or removed. */
@ApplicationScoped
public class Audit {

  /** Under the image's owner, who reads it of the image; who manages the album reads it of the album. */
  private static final String ITEMS =
      """
      INSERT INTO audit_entry (owner_id, id, at, actor, action, album_id, image_id, subject)
      SELECT :owner, n.id, :at, :actor, :action, :album, n.image, CAST(:guest AS text) FROM unnest(:ids, :images) AS n (id, image)
      """;

  private final EntityManager database;
  private final Clock clock;

  Audit(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * @param actor id of who did it; null where it would tell whose a mail address is
   * @param subject whom it is about; null when nobody
   * @param role what they have now; null when nothing
   */
  @Transactional(TxType.MANDATORY)
  public void album(AlbumRight album, String actor, Action action, String subject, String role) {
    AuditEntry entry = entry(album.ownerId(), actor, action, subject, role);
    entry.albumId = album.id();
    entry.persist();
  }

  /** @param right what the subject has now; null when nothing */
  @Transactional(TxType.MANDATORY)
  public void image(String owner, UUID image, String actor, Action action, String subject, String right) {
    AuditEntry entry = entry(owner, actor, action, subject, right);
    entry.imageId = image;
    entry.persist();
  }

  /**
   * Images put into an album, where all who see it may see and keep them, or taken out: an entry for each, in one statement.
   *
   * @param guest who sent it, as guests are called; null for all others
   */
  @Transactional(TxType.MANDATORY)
  public void items(AlbumRight album, String imageOwner, Collection<UUID> images, String actor, Action action, String guest) {
    database.createNativeQuery(ITEMS)
        .setParameter("owner", imageOwner)
        .setParameter("ids", images.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
        .setParameter("images", images.toArray(UUID[]::new))
        .setParameter("at", clock.instant().truncatedTo(ChronoUnit.MICROS))
        .setParameter("actor", actor).setParameter("action", action.text())
        .setParameter("album", album.id()).setParameter("guest", guest)
        .executeUpdate();
  }

  private AuditEntry entry(String owner, String actor, Action action, String subject, String allowed) {
    AuditEntry entry = new AuditEntry();
    entry.ownerId = owner;
    entry.id = Ids.next();
    entry.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    entry.actor = actor;
    entry.action = action.text();
    entry.subject = subject;
    entry.allowed = allowed;
    return entry;
  }
}
