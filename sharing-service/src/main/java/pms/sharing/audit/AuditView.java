package pms.sharing.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * Who gave whom what, when.
 *
 * @param actor id of who did it; null when who was called by a mail address came or left, since that would tell whose it is
 * @param action such as {@code member-added} or {@code grant-revoked}
 * @param subject whom it is about, as the actor called them; of an accepted picture {@code guest:} and the name of who sent it; of a
 *     deleted album who had it
 * @param right the role in an album, or the right to an image
 */
record AuditView(UUID id, Instant at, String actor, String action, UUID album, UUID image, String subject, String right) {

  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.id, entry.at, entry.actor, entry.action, entry.albumId, entry.imageId, entry.subject, entry.allowed);
  }
}
