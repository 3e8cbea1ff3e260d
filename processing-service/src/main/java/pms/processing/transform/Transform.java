package pms.processing.transform;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.processing.image.StoredFile;

/** A rendition that somebody asked for, kept for the next. */
@Entity
@IdClass(TransformKey.class)
public class Transform extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public int version;
  @Id public String name;

  public String format;
  public int width;
  public int height;
  public long bytes;
  public String checksum;
  public String objectKey;
  public Instant lastUsed;

  static Optional<Transform> of(TransformKey key) {
    return findByIdOptional(key);
  }

  /** Those beyond so many, the ones longest unused first. */
  static List<Transform> beyond(int most, String ownerId, UUID imageId) {
    List<Transform> all = list("ownerId = ?1 and imageId = ?2 order by lastUsed desc", ownerId, imageId);
    return all.size() <= most ? List.of() : all.subList(most, all.size()).reversed();
  }

  static void forget(String ownerId, UUID imageId) {
    delete("ownerId = ?1 and imageId = ?2", ownerId, imageId);
  }

  /** The folder of its rendering. */
  String prefix() {
    return objectKey.substring(0, objectKey.lastIndexOf('/') + 1);
  }

  StoredFile file() {
    return new StoredFile(objectKey, format, bytes, checksum);
  }
}
