package pms.sharing.guest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import pms.sharing.access.AlbumRight;
import pms.sharing.access.Role;

/** That a guest's picture is wanted or not: written first, and settled once it is carried out. The first decision counts. */
@Entity
@IdClass(GuestDecisionKey.class)
public class GuestDecision extends PanacheEntityBase {

  enum Verdict {
    ACCEPT,
    REJECT
  }

  private static final String DECIDE =
      "INSERT INTO guest_decision (owner_id, album_id, id, verdict, guest_name, decided_by, decided_at, settled)"
          + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, false) ON CONFLICT DO NOTHING";

  @Id public String ownerId;
  @Id public UUID albumId;
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public Verdict verdict;

  public String guestName;
  public String decidedBy;
  public Instant decidedAt;
  public boolean settled;
  public UUID imageId;

  /** What was decided first, be it this. */
  static GuestDecision decide(GuestDecisionKey key, Verdict verdict, String guest, String by, Instant now) {
    getEntityManager().createNativeQuery(DECIDE)
        .setParameter(1, key.ownerId()).setParameter(2, key.albumId()).setParameter(3, key.id())
        .setParameter(4, verdict.name()).setParameter(5, guest).setParameter(6, by).setParameter(7, now)
        .executeUpdate();
    return findById(key);
  }

  static Optional<GuestDecision> of(GuestDecisionKey key) {
    return findByIdOptional(key);
  }

  static Optional<GuestDecision> lock(GuestDecisionKey key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Of these pictures, those about which something was decided already. */
  static Set<UUID> decided(AlbumRight album, Collection<UUID> ids) {
    String decided = "select id from GuestDecision where ownerId = ?1 and albumId = ?2 and id in ?3";
    return new HashSet<>(find(decided, album.ownerId(), album.id(), ids).project(UUID.class).list());
  }

  static List<GuestDecision> unsettled(Instant before, int rows) {
    return find("not settled and decidedAt < ?1 order by decidedAt", before).page(0, rows).list();
  }

  static void forgetSettled(Instant before) {
    delete("settled and decidedAt < ?1", before);
  }

  GuestDecisionKey key() {
    return new GuestDecisionKey(ownerId, albumId, id);
  }

  AlbumRight album() {
    return new AlbumRight(ownerId, albumId, Role.OWNER);
  }
}
