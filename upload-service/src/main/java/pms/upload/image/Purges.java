package pms.upload.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.kit.problem.Problem;
import pms.upload.quota.Quotas;

/**
 * Deletes for good, in short transactions of a bounded number of images. The row stays as a tombstone, and {@link
 * PurgedBytes} deletes what lies in the store.
 */
@ApplicationScoped
class Purges {

  private static final Logger LOG = Logger.getLogger(Purges.class);
  private static final int BATCH = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Quotas quotas;
  private final Outbox outbox;
  private final PurgedBytes bytes;
  private final Clock clock;

  Purges(Quotas quotas, Outbox outbox, PurgedBytes bytes, Clock clock) {
    this.quotas = quotas;
    this.outbox = outbox;
    this.bytes = bytes;
    this.clock = clock;
  }

  /** Purging what is purged already changes nothing, so that a request may be repeated. */
  void purge(String owner, UUID id) {
    QuarkusTransaction.requiringNew().run(() -> {
      quotas.lock(owner);
      Image image = Image.locked(owner, id).orElseThrow(Problem::notFound);
      if (!image.isPurged()) {
        purge(owner, List.of(image));
      }
    });
    bytes.deleteNow(owner, id);
  }

  /**
   * Everything in the owner's trash is due at once.
   *
   * @return whether all of it is purged already; the rest follows by itself, even after a crash
   */
  boolean emptyTrash(String owner) {
    QuarkusTransaction.requiringNew().run(() -> Image.declareTrashDue(owner, now()));
    return purgeDue(owner);
  }

  @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void purgeDue() {
    for (Optional<String> owner = ownerWithTrashDue(); owner.isPresent(); owner = ownerWithTrashDue()) {
      purgeDue(owner.get());
    }
  }

  private boolean purgeDue(String owner) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    int count;
    do {
      count = QuarkusTransaction.requiringNew().call(() -> purgeBatch(owner));
    } while (count == BATCH && System.nanoTime() < giveUp);
    return count < BATCH;
  }

  private int purgeBatch(String owner) {
    quotas.lock(owner);
    List<Image> due = Image.lockedTrashDue(owner, now(), BATCH);
    purge(owner, due);
    return due.size();
  }

  private void purge(String owner, List<Image> images) {
    long sum = 0;
    for (Image image : images) {
      sum += image.allBytes();
      if (image.originals > 1) {
        StoredOriginal.forgetNames(owner, image.id);
      }
      outbox.publish(Topics.IMAGE_DELETED, image.purge(now()));
      // What the log still says of it, such as its file name, goes too.
      outbox.forget(Topics.IMAGE_UPLOADED, image.id.toString());
      LOG.infof("image %s of %s purged", image.id, owner);
    }
    quotas.subtract(owner, sum, images.size());
  }

  private Optional<String> ownerWithTrashDue() {
    return QuarkusTransaction.requiringNew().call(() -> Image.ownerWithTrashDue(now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
