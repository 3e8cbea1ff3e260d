package pms.search.image;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import pms.search.index.SearchIndexes;

/**
 * How often what was written becomes visible: five times a second while events come singly, seldom while there are so many that it is
 * the writing that counts. Each time leaves a small piece of index that has to be merged with others later.
 */
@ApplicationScoped
class Pace {

  private static final Logger LOG = Logger.getLogger(Pace.class);
  /** A batch with as many was not all there was. */
  static final int MANY = 1_000;
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final SearchIndexes indexes;
  private final Clock clock;
  private boolean writing;
  private Instant lastMany;
  /** At the start nobody knows what a killed process left. */
  private boolean settled;

  Pace(SearchIndexes indexes, Clock clock) {
    this.indexes = indexes;
    this.clock = clock;
  }

  /** @param events about to be written to the index */
  synchronized void before(int events) throws IOException {
    writing = events >= MANY;
    if (writing) {
      if (lastMany == null) {
        indexes.refreshSeldom(indexes.current());
      }
      lastMany = clock.instant();
      settled = false;
    }
  }

  synchronized void after() {
    if (writing) {
      lastMany = clock.instant();
      writing = false;
    }
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  synchronized void look() {
    if (settled || writing || lastMany != null && clock.instant().isBefore(lastMany.plus(QUIET))) {
      return;
    }
    try {
      indexes.startRefreshing(indexes.current());
      lastMany = null;
      settled = true;
    } catch (IOException | RuntimeException e) {
      LOG.debugf("the index is refreshed as it was, until Elasticsearch answers: %s", e);
    }
  }
}
