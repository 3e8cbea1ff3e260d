package pms.search.rebuild;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Looks after the index: at the start, and again, since Elasticsearch may come later than we do or lose its data. */
@ApplicationScoped
class IndexKeeper {

  private static final Logger LOG = Logger.getLogger(IndexKeeper.class);

  private final Rebuilds rebuilds;

  IndexKeeper(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  @Scheduled(every = "${pms.search.look-after:10s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    try {
      rebuilds.mend();
    } catch (Exception e) {
      LOG.warnf("cannot look after the index: %s", e);
    }
  }
}
