package pms.processing.image;

import java.util.Optional;
import java.util.UUID;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.processing.recipe.Recipe;

/**
 * A version that waits for its renditions.
 *
 * @param attempts that were begun before and never ended
 * @param event that asked for them; none when they are taken from the queue
 * @param run a name of its own, so that no rendering ever writes over the objects of another
 */
record Job(
    ImageKey image, int version, Recipe recipe, String objectKey, long bytes, int attempts, Optional<UUID> event, UUID run) {

  static Job of(Image image, Version version, Optional<UUID> event) {
    Picture made = Picture.of(image).of(version);
    return new Job(
        image.key(), version.number, version.recipe(), made.objectKey(), made.bytes(), version.attempts, event, Ids.next());
  }

  /** Where its objects go. */
  String prefix() {
    return ObjectKeys.rendition(image.ownerId(), image.id(), version, run + "/");
  }
}
