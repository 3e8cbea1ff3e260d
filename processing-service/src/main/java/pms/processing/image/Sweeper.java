package pms.processing.image;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreFailure;

/** Deletes the renditions of purged images and what others left, and does not rest before they are gone. */
@ApplicationScoped
class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private static final int BATCH = 100;

  private final Images images;
  private final Leftovers leftovers;
  private final ObjectStore store;

  Sweeper(Images images, Leftovers leftovers, ObjectStore store) {
    this.images = images;
    this.leftovers = leftovers;
    this.store = store;
  }

  /** What was staged and never published, or is not needed any more. */
  @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweepLeftovers() {
    List<String> due = leftovers.due(BATCH);
    try {
      for (; !due.isEmpty(); due = leftovers.due(BATCH)) {
        due.forEach(store::deleteAll);
        leftovers.gone(due);
      }
    } catch (StoreFailure e) {
      LOG.warnf("%d leftovers cannot be deleted yet: %s", due.size(), e.getMessage());
    }
  }

  /** Also runs on its own: for what a crash or a store that was away has left. */
  @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
  void sweep() {
    List<Images.Sweep> due;
    do {
      due = images.sweeps();
    } while (!due.isEmpty() && due.stream().allMatch(this::swept));
  }

  private boolean swept(Images.Sweep sweep) {
    ImageKey image = sweep.image();
    try {
      store.deleteAll(ObjectKeys.renditions(image.ownerId(), image.id()));
    } catch (StoreFailure e) {
      LOG.warnf("renditions of purged image %s cannot be deleted yet: %s", image.id(), e.getMessage());
      return false;
    }
    images.swept(sweep);
    LOG.infof("deleted the renditions of purged image %s", image.id());
    return true;
  }
}
