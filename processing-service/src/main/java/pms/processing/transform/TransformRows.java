package pms.processing.transform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.kit.store.StoreFailure;
import pms.processing.ProcessingConfig;
import pms.processing.image.ImageForgotten;
import pms.processing.image.Leftovers;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.StoredFile;

/** Which renditions are kept: of one image only so many, the ones last used. */
@ApplicationScoped
class TransformRows {

  /** How exact the time of the last use is: not every request has to write. */
  private static final Duration EXACT = Duration.ofMinutes(5);

  private final Pictures pictures;
  private final Leftovers leftovers;
  private final ProcessingConfig config;
  private final Clock clock;

  TransformRows(Pictures pictures, Leftovers leftovers, ProcessingConfig config, Clock clock) {
    this.pictures = pictures;
    this.leftovers = leftovers;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  Optional<StoredFile> use(TransformKey key) {
    Optional<Transform> kept = Transform.of(key);
    Instant now = clock.instant();
    kept.filter(transform -> transform.lastUsed.plus(EXACT).isBefore(now)).ifPresent(transform -> transform.lastUsed = now);
    return kept.map(Transform::file);
  }

  /**
   * Leads everybody who asks to what was stored, or to what another replica has stored meanwhile.
   *
   * @throws Problem 404 if the image is purged meanwhile
   */
  @Transactional
  StoredFile add(Picture picture, Transform made) {
    pictures.lock(picture);
    TransformKey key = new TransformKey(made.ownerId, made.imageId, made.version, made.name);
    Optional<Transform> other = Transform.of(key);
    if (other.isPresent()) {
      leftovers.discard(made.ownerId, made.prefix());
      return other.get().file();
    }
    if (!leftovers.publish(made.ownerId, made.prefix())) {
      throw new StoreFailure("the rendition " + made.objectKey + " took too long and is gone", null);
    }
    made.lastUsed = clock.instant();
    made.persist();
    Transform.beyond(config.transformsKept(), made.ownerId, made.imageId).forEach(this::remove);
    return made.file();
  }

  private void remove(Transform transform) {
    leftovers.discard(transform.ownerId, transform.prefix());
    transform.delete();
  }

  void forget(@Observes ImageForgotten forgotten) {
    Transform.forget(forgotten.owner(), forgotten.image());
  }
}
