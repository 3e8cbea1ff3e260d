package pms.upload.image;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;

/** Deletes the originals of purged images, all that were ever there; what is not deleted yet stands in their rows, so nothing is forgotten. */
@ApplicationScoped
class PurgedBytes {

  private static final Logger LOG = Logger.getLogger(PurgedBytes.class);
  private static final int BATCH = 200;

  private final ObjectStore store;

  PurgedBytes(ObjectStore store) {
    this.store = store;
  }

  /** At once if the store answers; else later. */
  void deleteNow(String owner, UUID id) {
    if (isDeleted(owner, id, true)) {
      QuarkusTransaction.requiringNew().run(() -> Image.markBytesDeleted(owner, id));
    }
  }

  @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deletePending() {
    boolean more = true;
    while (more) {
      List<Image> pending = QuarkusTransaction.requiringNew().call(() -> Image.purgedWithBytes(BATCH));
      List<Image> deleted = pending.stream().filter(image -> isDeleted(image.ownerId, image.id, image.originals > 1)).toList();
      QuarkusTransaction.requiringNew()
          .run(() -> deleted.forEach(image -> Image.markBytesDeleted(image.ownerId, image.id)));
      more = deleted.size() == BATCH;
    }
  }

  private boolean isDeleted(String owner, UUID id, boolean maybeMore) {
    try {
      store.delete(ObjectKeys.original(owner, id));
      if (maybeMore) {
        QuarkusTransaction.requiringNew().call(() -> StoredOriginal.of(owner, id)).stream()
            .filter(file -> file.number > 1)
            .forEach(file -> store.delete(file.objectKey));
      }
      return true;
    } catch (StoreFailure e) {
      LOG.warnf("the bytes of purged image %s are deleted later: %s", id, e.getMessage());
      return false;
    }
  }
}
