package pms.processing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.contracts.ObjectKeys;
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

  /** One size in all its formats. */
  static List<StoredRendition> of(ImageKey image, int version, String size) {
    return find(
            "ownerId = ?1 and imageId = ?2 and version = ?3 and size = ?4", image.ownerId(), image.id(), version, size)
        .list();
  }

  static void forget(ImageKey image) {
    delete("ownerId = ?1 and imageId = ?2", image.ownerId(), image.id());
  }

  /** Forgets those of one version, and tells where their objects are. */
  static Set<String> replace(ImageKey image, int version) {
    List<StoredRendition> old =
        list("ownerId = ?1 and imageId = ?2 and version = ?3", image.ownerId(), image.id(), version);
    old.forEach(StoredRendition::delete);
    // Before the new ones of the same size and format.
    flush();
    return old.stream().map(StoredRendition::prefix).collect(Collectors.toSet());
  }

  /** The folder of its rendering; an object that has none, since it is from an earlier release, stands for itself. */
  private String prefix() {
    String folder = objectKey.substring(0, objectKey.lastIndexOf('/') + 1);
    return folder.equals(ObjectKeys.rendition(ownerId, imageId, version, "")) ? objectKey : folder;
  }

  StoredFile file() {
    return new StoredFile(objectKey, format, bytes, checksum);
  }
}
