package pms.metadata.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalFile;
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

  Rereadings(RereadQueue queue, Inbox inbox, Originals originals, ImageFolds folds, ExtractionConfig config) {
    this.queue = queue;
    this.inbox = inbox;
    this.originals = originals;
    this.folds = folds;
    this.config = config;
  }

  @Scheduled(every = "2s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    try {
      for (Optional<RereadQueue.Entry> next = queue.take(); next.isPresent(); next = queue.take()) {
        read(next.get());
        queue.done(next.get());
      }
    } catch (StoreFailure away) {
      LOG.warnf("files are read again later: %s", away);
    }
  }

  private void read(RereadQueue.Entry entry) {
    Optional<Original> original = QuarkusTransaction.requiringNew().call(() -> original(entry.image()));
    if (original.isEmpty() || inbox.isDone(entry.eventId())) {
      return;
    }
    if (inbox.attempt(entry.eventId()) > config.attempts()) {
      LOG.warnf("the file of %s is not read again: that failed too often", entry.image().id());
      return;
    }
    try {
      Extracted found = originals.read(file(entry.image(), original.get()));
      folds.extracted(entry.eventId(), entry.image(), original.get().revision(), found);
      LOG.infof("read the metadata of %s again, %d warnings", entry.image().id(), found.facts().warnings().size());
    } catch (ObjectMissing gone) {
      LOG.warnf("the file of %s is not read again: it is not in the store", entry.image().id());
    }
  }

  private static Optional<Original> original(ImageKey key) {
    return Image.find(key).filter(image -> image.hasArrived() && !image.isPurged()).map(Image::original);
  }

  private static OriginalFile file(ImageKey key, Original original) {
    String place = original.objectKey() == null ? ObjectKeys.original(key.ownerId(), key.id()) : original.objectKey();
    return new OriginalFile(
        1, original.fileName(), original.type(), original.bytes(), original.sha256(), place, original.width(), original.height(),
        original.uploadedAt());
  }
}
