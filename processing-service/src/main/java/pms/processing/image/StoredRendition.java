package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Rendition;

/** A rendition whose bytes are completely in the store. */
@Entity
@Table(name = "rendition")
@IdClass(RenditionKey.class)
public class StoredRendition extends PanacheEntityBase {

  @Id public String ownerId;
  @Id public UUID imageId;
  @Id public int version;
  @Id public String size;
  @Id public String format;

  public int width;
  public int height;
  public long bytes;
  public String checksum;
  public String objectKey;

  static StoredRendition of(ImageKey image, int version, Stored stored) {
    Rendition rendition = stored.rendition();
    StoredRendition row = new StoredRendition();
    row.ownerId = image.ownerId();
    row.imageId = image.id();
    row.version = version;
    row.size = rendition.size();
    row.format = rendition.format();
    row.width = rendition.width();
    row.height = rendition.height();
    row.bytes = rendition.bytes();
    row.checksum = stored.checksum();
    row.objectKey = rendition.objectKey();
    return row;
  }

  static Optional<StoredRendition> of(Image image, int version, String size) {
    return find(
            "ownerId = ?1 and imageId = ?2 and version = ?3 and size = ?4", image.ownerId, image.id, version, size)
        .firstResultOptional();
  }

  static void forget(ImageKey image) {
    delete("ownerId = ?1 and imageId = ?2", image.ownerId(), image.id());
  }

  static void forget(ImageKey image, int version) {
    delete("ownerId = ?1 and imageId = ?2 and version = ?3", image.ownerId(), image.id(), version);
  }
}
