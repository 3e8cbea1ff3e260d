package pms.metadata.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import pms.metadata.extract.Listing;

/** Everything that was found in an image's file. */
@Entity
@IdClass(FileListing.Key.class)
public class FileListing extends PanacheEntityBase {

  record Key(String ownerId, UUID imageId) {}

  @Id public String ownerId;
  @Id public UUID imageId;

  @Convert(converter = Json.OfListing.class)
  @ColumnTransformer(write = "?::jsonb")
  public Listing listing;

  static Optional<FileListing> of(ImageKey image) {
    return findByIdOptional(new Key(image.ownerId(), image.id()));
  }

  static void put(ImageKey image, Listing listing) {
    FileListing row = of(image).orElseGet(FileListing::new);
    row.ownerId = image.ownerId();
    row.imageId = image.id();
    row.listing = listing;
    row.persist();
  }

  static void remove(ImageKey image) {
    deleteById(new Key(image.ownerId(), image.id()));
  }
}
