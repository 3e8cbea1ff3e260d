package pms.processing.image;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.jboss.logging.Logger;
import pms.kit.store.ObjectMissing;
import pms.kit.store.StoreFailure;

/** Renders once more what failed before: a newer engine reads more. */
@ApplicationScoped
class Redos {

  private static final Logger LOG = Logger.getLogger(Redos.class);

  private final Images images;
  private final Renderings renderings;

  Redos(Images images, Renderings renderings) {
    this.images = images;
    this.renderings = renderings;
  }

  int requeueFailed() {
    int requeued = images.requeueFailed();
    LOG.infof("%d failed images are rendered once more", requeued);
    return requeued;
  }

  /** One after the other, so that new pictures have the other core. */
  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    for (Job job : images.requeued()) {
      try {
        renderings.run(job);
      } catch (IOException | StoreFailure | ObjectMissing e) {
        LOG.warnf("image %s could not be rendered once more, again later: %s", job.image().id(), e);
      }
    }
  }
}
