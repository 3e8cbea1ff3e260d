package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;

/** How far an image has come here. Of a purged one the row stays, so that a late event cannot bring it back. */
@Entity
@IdClass(ImageKey.class)
public class Image extends PanacheEntityBase {

  enum State {
    /** Something is known of it, but not its upload. */
    AWAITED,
    PROCESSING,
    READY,
    FAILED
  }

  @Id public String ownerId;
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public State state;

  public String reason;
  public String fileName;
  public String type;
  public Long bytes;
  public String sha256;
  public String objectKey;
  public Instant uploadedAt;
  public int attempts;
  public long revision;
  public long lifecycleRevision;
  public boolean trashed;
  public boolean purged;
  public int sweeps;
  public boolean requeued;

  /** Makes sure that there is a row; two events may be the first at the same time. */
  static Image lockOrMake(ImageKey key) {
    getEntityManager()
        .createNativeQuery("INSERT INTO image (owner_id, id) VALUES (?1, ?2) ON CONFLICT (owner_id, id) DO NOTHING")
        .setParameter(1, key.ownerId())
        .setParameter(2, key.id())
        .executeUpdate();
    return lock(key).orElseThrow();
  }

  static Optional<Image> lock(ImageKey key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  static Optional<Image> of(UUID id) {
    return find("id", id).firstResultOptional();
  }

  static List<Image> toSweep(int most) {
    return find("sweeps > 0").page(0, most).list();
  }

  static List<Image> requeued(int most) {
    return find("requeued and state = ?1", State.PROCESSING).page(0, most).list();
  }

  /** How many failed ones are to be rendered once more. */
  static int requeueFailed() {
    return update(
        "set state = ?1, requeued = true, attempts = 0, reason = null where state = ?2 and not purged",
        State.PROCESSING,
        State.FAILED);
  }

  ImageKey key() {
    return new ImageKey(ownerId, id);
  }

  boolean isThere() {
    return !purged && state != State.AWAITED;
  }

  void learn(ImageUploaded uploaded) {
    if (purged || state != State.AWAITED) {
      return;
    }
    state = State.PROCESSING;
    fileName = uploaded.fileName();
    type = uploaded.type();
    bytes = uploaded.bytes();
    sha256 = uploaded.sha256();
    objectKey = uploaded.objectKey();
    uploadedAt = uploaded.uploadedAt();
  }

  /** True if the image is purged by this event; an older event than one seen before is stale. */
  boolean follow(LifecycleEvent event) {
    if (purged || event.revision() <= lifecycleRevision) {
      return false;
    }
    lifecycleRevision = event.revision();
    switch (event) {
      case ImageTrashed _ -> trashed = true;
      case ImageRestored _ -> trashed = false;
      case ImagePurged _ -> purge();
    }
    return purged;
  }

  /** What a person wrote or took goes; ids stay. */
  private void purge() {
    purged = true;
    requeued = false;
    reason = null;
    fileName = null;
    sha256 = null;
    objectKey = null;
    sweeps++;
  }
}
