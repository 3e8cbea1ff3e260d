package pms.processing.image;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Renders once more what failed before, since a newer engine reads more, and what everybody else has forgotten. */
@ApplicationScoped
class Redos {

  private static final Logger LOG = Logger.getLogger(Redos.class);

  private final RedoQueue queue;
  private final Renderings renderings;

  Redos(RedoQueue queue, Renderings renderings) {
    this.queue = queue;
    this.renderings = renderings;
  }

  int requeueFailed() {
    int requeued = queue.addFailed();
    LOG.infof("%d failed versions are rendered once more", requeued);
    return requeued;
  }

  @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
  void requeueForgotten() {
    int requeued = queue.addForgotten();
    if (requeued > 0) {
      LOG.infof("%d versions were made long ago and are rendered now", requeued);
    }
  }

  /** One after the other, so that new pictures have the other core. */
  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void run() {
    for (List<Job> jobs = queue.claim(); !jobs.isEmpty(); jobs = queue.claim()) {
      jobs.forEach(this::run);
    }
  }

  private void run(Job job) {
    try {
      renderings.run(job);
    } catch (IOException | RuntimeException e) {
      // The others in the queue do not wait for it.
      LOG.warnf("image %s could not be rendered once more, again later: %s", job.image().id(), e);
    }
  }
}
