package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;

/** What is known of an image here. Of a purged one the row stays, so that a late event cannot bring it back. */
@Entity
@IdClass(ImageKey.class)
public class Image extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID id;

  public String fileName;
  public String type;
  public Long bytes;
  public String sha256;
  public String objectKey;
  /** Null as long as something is known of it, but not its upload. */
  public Instant uploadedAt;
  public long revision;
  public int currentVersion = 1;
  /** Number of the file that the current version is made from; see {@link StoredOriginal}. */
  public int original = 1;
  /** The version that came with that file. */
  public int root = 1;
  public int originals = 1;
  /** The newest version whose thumbnails are ready; 0 as long as none is. */
  public int shownVersion;
  public long lifecycleRevision;
  public boolean trashed;
  public boolean purged;
  public int sweeps;

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

  /** In the order of their ids, so that two who lock many never wait for each other. */
  static List<Image> lockAll(String owner, Collection<UUID> ids) {
    return find("ownerId = ?1 and id in ?2 order by id", owner, ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  static Optional<Image> of(UUID id) {
    return find("id", id).firstResultOptional();
  }

  static List<Image> toSweep(int most) {
    return find("sweeps > 0").page(0, most).list();
  }

  ImageKey key() {
    return new ImageKey(ownerId, id);
  }

  boolean isThere() {
    return !purged && uploadedAt != null;
  }

  /** True if this is the first that is known of its upload. */
  boolean learn(ImageUploaded uploaded) {
    if (purged || uploadedAt != null) {
      return false;
    }
    fileName = uploaded.fileName();
    type = uploaded.type();
    bytes = uploaded.bytes();
    sha256 = uploaded.sha256();
    objectKey = uploaded.objectKey();
    uploadedAt = uploaded.uploadedAt();
    return true;
  }

  /** This file is the one that the current version is made from. */
  void become(StoredOriginal file) {
    fileName = file.fileName;
    type = file.type;
    bytes = file.bytes;
    sha256 = file.sha256;
    objectKey = file.objectKey;
    original = file.number;
    root = file.version;
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
    fileName = null;
    sha256 = null;
    objectKey = null;
    sweeps++;
  }
}
