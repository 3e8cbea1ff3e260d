package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.OriginalFile;

/** A file of an image whose original was replaced: the one that counts, or one that versions of the history are made from. */
@Entity
@Table(name = "original")
@IdClass(StoredOriginal.Key.class)
public class StoredOriginal extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public int number;

  /** That came with it. */
  public int version;

  public String fileName;
  public String type;
  public long bytes;
  public String sha256;
  public String objectKey;

  record Key(String ownerId, UUID imageId, int number) implements Serializable {}

  static StoredOriginal of(ImageKey image, OriginalFile told, int version) {
    StoredOriginal file = new StoredOriginal();
    file.ownerId = image.ownerId();
    file.imageId = image.id();
    file.number = told.number();
    file.version = version;
    file.fileName = told.fileName();
    file.type = told.type();
    file.bytes = told.bytes();
    file.sha256 = told.sha256();
    file.objectKey = told.objectKey();
    return file;
  }

  static List<StoredOriginal> of(ImageKey image) {
    return list("ownerId = ?1 and imageId = ?2", image.ownerId(), image.id());
  }

  /** The file that came with this version. */
  static Optional<StoredOriginal> rooted(ImageKey image, int version) {
    return of(image).stream().filter(file -> file.version == version).findFirst();
  }

  static void forget(ImageKey image) {
    delete("ownerId = ?1 and imageId = ?2", image.ownerId(), image.id());
  }
}
