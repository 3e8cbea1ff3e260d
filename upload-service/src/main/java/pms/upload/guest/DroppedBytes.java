package pms.upload.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;

/** Deletes the bytes of what is not wanted; what is not deleted yet stands in the rows, so nothing is forgotten. */
@ApplicationScoped
class DroppedBytes {

  private static final Logger LOG = Logger.getLogger(DroppedBytes.class);
  private static final int BATCH = 200;

  private final ObjectStore store;
  private final GuestConfig config;
  private final Clock clock;

  DroppedBytes(ObjectStore store, GuestConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /** At once if the store answers; else later. Nothing happens to a picture whose bytes are to stay. */
  void deleteNow(String owner, UUID id) {
    QuarkusTransaction.requiringNew()
        .call(() -> GuestPicture.<GuestPicture>findByIdOptional(new GuestPicture.Key(owner, id)))
        .filter(picture -> picture.dropBytes)
        .ifPresent(this::delete);
  }

  @Scheduled(every = "1m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deletePending() {
    List<GuestPicture> pending = QuarkusTransaction.requiringNew().call(() -> GuestPicture.withBytesToDrop(BATCH));
    pending.forEach(this::delete);
  }

  /** Nobody looked at it for so long: it goes unseen, and what was decided is forgotten. */
  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweep() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant before = now.minus(config.kept());
    int given = QuarkusTransaction.requiringNew().call(() -> GuestPicture.rejectOlderThan(before, now));
    if (given > 0) {
      LOG.infof("%d guest pictures waited longer than %s and are deleted", given, config.kept());
    }
    deletePending();
    QuarkusTransaction.requiringNew().call(() -> GuestPicture.forgetDecidedBefore(before));
  }

  private void delete(GuestPicture picture) {
    try {
      store.delete(picture.taken().objectKey());
      QuarkusTransaction.requiringNew().call(() -> GuestPicture.markDropped(picture.ownerId, picture.id));
    } catch (StoreFailure e) {
      LOG.warnf("the bytes of guest picture %s are deleted later: %s", picture.id, e.getMessage());
    }
  }
}
