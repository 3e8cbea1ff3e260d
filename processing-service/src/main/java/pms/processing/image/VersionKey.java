package pms.processing.image;

import java.util.UUID;

/** Primary key of {@link Version}: the owner leads. */
record VersionKey(String ownerId, UUID imageId, int number) {

  static VersionKey of(ImageKey image, int number) {
    return new VersionKey(image.ownerId(), image.id(), number);
  }

  ImageKey image() {
    return new ImageKey(ownerId, imageId);
  }
}
