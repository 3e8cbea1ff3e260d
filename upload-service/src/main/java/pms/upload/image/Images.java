package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;
import pms.upload.quota.Quotas;

/** Which images there are, and their way into the trash and back. */
@ApplicationScoped
class Images {

  private static final Logger LOG = Logger.getLogger(Images.class);

  private final UploadConfig config;
  private final Quotas quotas;
  private final Outbox outbox;
  private final Clock clock;

  Images(UploadConfig config, Quotas quotas, Outbox outbox, Clock clock) {
    this.config = config;
    this.quotas = quotas;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Makes an image true whose bytes are stored already. Everything is sent to the database here and not at commit, so that
   * an exception from here means it was not made true, and one from the commit that nobody knows.
   *
   * @return the image of the same owner that has the same bytes; empty when this one is new
   */
  @Transactional
  Optional<Image> register(Image image, long allowed) {
    quotas.lock(image.ownerId);
    Optional<Image> same = Image.aliveWithContent(image.ownerId, image.sha256);
    if (same.isPresent()) {
      return same;
    }
    quotas.add(image.ownerId, image.bytes, allowed);
    image.uploadedAt = now();
    image.persistAndFlush();
    outbox.publish(Topics.IMAGE_UPLOADED, image.uploaded());
    return Optional.empty();
  }

  @Transactional
  ImageReceipt receipt(String owner, UUID id) {
    return Image.alive(owner, id).map(ImageReceipt::of).orElseThrow(Problem::notFound);
  }

  @Transactional
  CheckView check(String owner, List<String> sha256) {
    List<StoredOriginal> files = StoredOriginal.withContents(owner, sha256);
    return CheckView.of(
        Image.withContents(owner, sha256), files, Image.withIds(owner, files.stream().map(file -> file.imageId).toList()));
  }

  @Transactional
  void trash(String owner, UUID id) {
    Image image = lockedAlive(owner, id);
    if (!image.isTrashed()) {
      Instant now = now();
      outbox.publish(Topics.IMAGE_DELETED, image.trash(now, now.plus(config.trashKept())));
      LOG.infof("image %s of %s trashed", id, owner);
    }
  }

  @Transactional
  void restore(String owner, UUID id) {
    Image image = lockedAlive(owner, id);
    if (image.isTrashed()) {
      outbox.publish(Topics.IMAGE_DELETED, image.restore(now()));
      LOG.infof("image %s of %s restored", id, owner);
    }
  }

  private static Image lockedAlive(String owner, UUID id) {
    return Image.locked(owner, id).filter(image -> !image.isPurged()).orElseThrow(Problem::notFound);
  }

  /** As precise as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
