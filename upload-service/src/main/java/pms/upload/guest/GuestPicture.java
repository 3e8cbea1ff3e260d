package pms.upload.guest;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.upload.image.Taken;

/** What a guest sent: it waits, and then is accepted or rejected for good, under a lock of its row. */
@Entity
@IdClass(GuestPicture.Key.class)
class GuestPicture extends PanacheEntityBase {

  enum State {
    WAITING,
    ACCEPTED,
    REJECTED
  }

  @Id public String ownerId;
  @Id public UUID id;
  public UUID albumId;
  public UUID linkId;
  public String guestName;
  public String quotaClaim;
  public String fileName;
  public String type;
  public long bytes;
  public String sha256;
  public Integer width;
  public Integer height;
  public Instant receivedAt;

  @Enumerated(EnumType.STRING)
  public State state = State.WAITING;

  public UUID imageId;
  public Instant decidedAt;
  public boolean dropBytes;

  record Key(String ownerId, UUID id) implements Serializable {}

  /** What waits of one link. */
  record Load(UUID link, long pictures, long bytes) {}

  static GuestPicture of(GuestPermit permit, String guestName, Taken taken, Instant now) {
    GuestPicture picture = new GuestPicture();
    picture.ownerId = taken.owner();
    picture.id = taken.id();
    picture.albumId = permit.album();
    picture.linkId = permit.link();
    picture.guestName = guestName;
    picture.quotaClaim = permit.quota();
    picture.fileName = taken.fileName();
    picture.type = taken.type();
    picture.bytes = taken.bytes();
    picture.sha256 = taken.sha256();
    picture.width = taken.width();
    picture.height = taken.height();
    picture.receivedAt = now;
    return picture;
  }

  static List<Load> loads(String owner) {
    return find("select linkId, count(*), sum(bytes) from GuestPicture where ownerId = ?1 and state = ?2 group by linkId",
            owner, State.WAITING)
        .project(Load.class)
        .list();
  }

  static boolean isWaiting(String owner, UUID link, String sha256) {
    return count("ownerId = ?1 and linkId = ?2 and sha256 = ?3 and state = ?4", owner, link, sha256, State.WAITING) > 0;
  }

  /** The oldest first. */
  static List<GuestPicture> waiting(UUID album, UUID after, int rows) {
    return find("albumId = ?1 and id > ?2 and state = ?3 order by id", album, after, State.WAITING).page(0, rows).list();
  }

  static Optional<GuestPicture> waiting(UUID album, UUID id) {
    return find("albumId = ?1 and id = ?2 and state = ?3", album, id, State.WAITING).firstResultOptional();
  }

  /** Whose it becomes; without the rest, so that the row is read only under its lock. */
  static Optional<String> owner(UUID album, UUID id) {
    return find("select ownerId from GuestPicture where albumId = ?1 and id = ?2", album, id)
        .project(String.class)
        .firstResultOptional();
  }

  static Optional<GuestPicture> locked(String owner, UUID id) {
    return find("ownerId = ?1 and id = ?2", owner, id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  static int rejectOlderThan(Instant before, Instant now) {
    return update("state = ?1, decidedAt = ?2, dropBytes = true where state = ?3 and receivedAt < ?4",
        State.REJECTED, now, State.WAITING, before);
  }

  static long forgetDecidedBefore(Instant before) {
    return delete("state <> ?1 and decidedAt < ?2 and not dropBytes", State.WAITING, before);
  }

  static List<GuestPicture> withBytesToDrop(int rows) {
    return find("dropBytes order by decidedAt").page(0, rows).list();
  }

  static int markDropped(String owner, UUID id) {
    return update("dropBytes = false where ownerId = ?1 and id = ?2", owner, id);
  }

  static List<UUID> withBytes(Collection<String> owners, Collection<UUID> ids) {
    return find("select id from GuestPicture where ownerId in ?1 and id in ?2 and (state = ?3 or dropBytes)",
            owners, ids, State.WAITING)
        .project(UUID.class)
        .list();
  }

  /** @param same the image that has the same bytes already; null when it becomes one of its own */
  void accept(UUID same, Instant now) {
    state = State.ACCEPTED;
    imageId = same == null ? id : same;
    dropBytes = same != null;
    decidedAt = now;
  }

  void reject(Instant now) {
    state = State.REJECTED;
    dropBytes = true;
    decidedAt = now;
  }

  Taken taken() {
    return new Taken(ownerId, id, fileName, type, bytes, sha256, width, height);
  }
}
