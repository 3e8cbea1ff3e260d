package pms.sharing.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Subjects;
import pms.sharing.album.GuestItems;
import pms.sharing.guest.GuestDecision.Verdict;
import pms.sharing.guest.QueueClient.Accepted;

/** The short transactions around what was decided. */
@ApplicationScoped
class Decisions {

  /** As for the link itself: as long as a group owns the album nobody can tell who is in it. */
  private static final String HAS_A_SAY =
      """
      SELECT 1 FROM album a
       WHERE a.owner_id = ?1 AND a.id = ?2
         AND EXISTS (SELECT 1 FROM member m WHERE m.album_id = ANY (a.path) AND m.role = 4
                        AND (m.subject = ?3 OR m.subject LIKE 'group:%'))
      """;

  private final EntityManager database;
  private final GuestItems items;
  private final Clock clock;

  Decisions(EntityManager database, GuestItems items, Clock clock) {
    this.database = database;
    this.items = items;
    this.clock = clock;
  }

  @Transactional
  Optional<GuestDecision> of(AlbumRight album, UUID picture) {
    return GuestDecision.of(GuestDecisionKey.of(album, picture));
  }

  @Transactional
  Set<UUID> decided(AlbumRight album, Collection<UUID> pictures) {
    return pictures.isEmpty() ? Set.of() : GuestDecision.decided(album, pictures);
  }

  /** Whether who made the link may still put something into the album. */
  @Transactional
  boolean hasSay(AlbumRight album, String maker) {
    return !database.createNativeQuery(HAS_A_SAY)
        .setParameter(1, album.ownerId()).setParameter(2, album.id()).setParameter(3, Subjects.user(maker))
        .getResultList().isEmpty();
  }

  @Transactional
  GuestDecision decide(AlbumRight album, UUID picture, Verdict verdict, String guest, String by) {
    return GuestDecision.decide(GuestDecisionKey.of(album, picture), verdict, guest, by, now());
  }

  /** The picture is an image of its owner now; it comes into the album once, however often this is called. */
  @Transactional
  void accepted(GuestDecisionKey key, Accepted image) {
    GuestDecision.lock(key).filter(decision -> !decision.settled).ifPresent(decision -> {
      items.add(decision.album(), image.owner(), image.image(), decision.decidedBy, decision.guestName);
      decision.settled = true;
      decision.imageId = image.image();
    });
  }

  @Transactional
  void rejected(GuestDecisionKey key) {
    GuestDecision.lock(key).ifPresent(decision -> decision.settled = true);
  }

  /** It cannot be carried out, so that something else may be decided. */
  @Transactional
  void withdraw(GuestDecisionKey key) {
    GuestDecision.lock(key).filter(decision -> !decision.settled).ifPresent(GuestDecision::delete);
  }

  @Transactional
  List<GuestDecision> unsettled(Instant before, int rows) {
    return GuestDecision.unsettled(before, rows);
  }

  @Transactional
  void forgetSettled(Instant before) {
    GuestDecision.forgetSettled(before);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
