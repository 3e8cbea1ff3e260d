package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.contracts.ImageUploaded;
import pms.contracts.ObjectKeys;
import pms.kit.event.Delivery;
import pms.kit.event.Inbox;
import pms.kit.store.ObjectMissing;
import pms.kit.store.StoreFailure;
import pms.metadata.extract.Extracted;
import pms.metadata.original.ExtractionConfig;
import pms.metadata.original.Originals;

/** Reads files again, one after the other, so that new pictures have the other readers. People's edits stay as they are. */
@ApplicationScoped
class Rereadings {

  private static final Logger LOG = Logger.getLogger(Rereadings.class);

  private final RereadQueue queue;
  private final Inbox inbox;
  private final Originals originals;
  private final ImageFolds folds;
  private final ExtractionConfig config;
  private final Clock clock;

  Rereadings(RereadQueue queue, Inbox inbox, Originals originals, ImageFolds folds, ExtractionConfig config, Clock clock) {
    this.queue = queue;
    this.inbox = inbox;
    this.originals = originals;
    this.folds = folds;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(every = "2s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() throws InterruptedException {
    try {
      for (Optional<RereadQueue.Entry> next = queue.take(); next.isPresent(); next = queue.take()) {
        read(next.get());
        queue.done(next.get());
      }
    } catch (StoreFailure away) {
      LOG.warnf("files are read again later: %s", away);
    }
  }

  private void read(RereadQueue.Entry entry) throws InterruptedException {
    Optional<ImageUploaded> uploaded = QuarkusTransaction.requiringNew().call(() -> uploaded(entry.image()));
    if (uploaded.isEmpty() || inbox.isDone(entry.eventId())) {
      return;
    }
    if (inbox.attempt(entry.eventId()) > config.attempts()) {
      LOG.warnf("the file of %s is not read again: that failed too often", entry.image().id());
      return;
    }
    try {
      Extracted found = originals.read(uploaded.get());
      folds.extracted(new Delivery<>(entry.eventId(), uploaded.get(), clock.instant()), entry.image(), found);
      LOG.infof("read the metadata of %s again, %d warnings", entry.image().id(), found.facts().warnings().size());
    } catch (ObjectMissing gone) {
      LOG.warnf("the file of %s is not read again: it is not in the store", entry.image().id());
    }
  }

  private static Optional<ImageUploaded> uploaded(ImageKey key) {
    return Image.find(key)
        .filter(image -> image.hasArrived() && !image.isPurged())
        .map(image ->
            new ImageUploaded(
                image.id, image.ownerId, image.fileName, image.type, image.bytes, image.sha256,
                ObjectKeys.original(image.ownerId, image.id), image.storedWidth, image.storedHeight, image.uploadedAt));
  }
}
