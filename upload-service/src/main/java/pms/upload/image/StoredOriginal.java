package pms.upload.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import pms.contracts.OriginalFile;

/** A file of an image whose original was replaced: the one that counts, or one that is kept. */
@Entity
@Table(name = "original")
@IdClass(StoredOriginal.Key.class)
class StoredOriginal extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public int number;
  public String fileName;
  public String type;
  public long bytes;
  public String sha256;
  public String objectKey;
  public Integer width;
  public Integer height;
  public Instant storedAt;

  record Key(String ownerId, UUID imageId, int number) implements Serializable {}

  /** As it is before anything took its place. */
  static StoredOriginal first(Image image) {
    StoredOriginal first = new StoredOriginal();
    first.ownerId = image.ownerId;
    first.imageId = image.id;
    first.number = 1;
    first.fileName = image.fileName;
    first.type = image.type;
    first.bytes = image.bytes;
    first.sha256 = image.sha256;
    first.objectKey = image.objectKey();
    first.width = image.width;
    first.height = image.height;
    first.storedAt = image.uploadedAt;
    return first;
  }

  /** Oldest first. */
  static List<StoredOriginal> of(String owner, UUID image) {
    return list("ownerId = ?1 and imageId = ?2 order by number", owner, image);
  }

  static List<StoredOriginal> withContents(String owner, Collection<String> sha256) {
    return list("ownerId = ?1 and sha256 in ?2", owner, sha256);
  }

  /** Of these, the keys that have a right to bytes. */
  static List<String> withBytes(Collection<String> owners, Collection<String> keys) {
    return find(
            "select o.objectKey from StoredOriginal o join Image i on i.ownerId = o.ownerId and i.id = o.imageId"
                + " where o.ownerId in ?1 and o.objectKey in ?2 and not i.bytesDeleted",
            owners,
            keys)
        .project(String.class)
        .list();
  }

  static void forgetNames(String owner, UUID image) {
    update("fileName = '' where ownerId = ?1 and imageId = ?2", owner, image);
  }

  OriginalFile told() {
    return new OriginalFile(number, fileName, type, bytes, sha256, objectKey, width, height, storedAt);
  }
}
