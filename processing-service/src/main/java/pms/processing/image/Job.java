package pms.processing.image;

import java.util.Optional;
import java.util.UUID;

/**
 * An image that waits for its renditions.
 *
 * @param event that asked for them; none when an administrator did
 * @param attempts that were begun before and never ended
 */
record Job(ImageKey image, String objectKey, long bytes, int attempts, Optional<UUID> event) {

  static final int VERSION = 1;

  static Job of(Image image, Optional<UUID> event) {
    return new Job(image.key(), image.objectKey, image.bytes, image.attempts, event);
  }
}
