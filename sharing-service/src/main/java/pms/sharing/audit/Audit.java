package pms.sharing.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.access.AlbumRight;

/** Writes down who gave whom what, in the transaction that does it; nothing here is ever changed or removed. */
@ApplicationScoped
public class Audit {

  private final Clock clock;

  Audit(Clock clock) {
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
