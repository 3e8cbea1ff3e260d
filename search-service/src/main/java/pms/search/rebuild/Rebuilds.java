package pms.search.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.search.index.SearchIndexes;

/** Starts rebuilds, one at a time, on a thread of their own. */
@ApplicationScoped
class Rebuilds {

  private static final Logger LOG = Logger.getLogger(Rebuilds.class);

  private final RebuildLock lock;
  private final RebuildRun run;
  private final SearchIndexes indexes;
  private volatile Thread running;

  Rebuilds(RebuildLock lock, RebuildRun run, SearchIndexes indexes) {
    this.lock = lock;
    this.run = run;
    this.indexes = indexes;
  }

  RebuildState state() throws IOException {
    return lock.state();
  }

  /** Begins to fill a new index that will take the old one's place. */
  RebuildState start() throws IOException {
    return inBackground(held -> run.replace(held))
        .orElseThrow(() -> Problem.conflict("rebuild-running", "A rebuild is at work already: GET this path shows it."));
  }

  /**
   * Puts right what is not as it should be: an index of an older definition, or one that lost its albums, is replaced; one that was made empty and never
   * heard the whole log is filled; what a killed rebuild left is deleted.
   */
  void mend() throws IOException {
    String index = indexes.current();
    if (!indexes.isUpToDate(index) || !indexes.isWhole(index)) {
      LOG.infof("%s was made by another definition or lost its albums: rebuilding", index);
      inBackground(held -> run.replace(held));
    } else if (!indexes.isComplete(index)) {
      LOG.infof("%s has not heard the whole log yet: filling it", index);
      inBackground(held -> run.fill(held, index));
    } else if (!indexes.leftovers().isEmpty()) {
      inBackground(run::tidy);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    Thread current = running;
    if (current != null) {
      current.interrupt();
    }
  }

  private interface Work {
    void on(RebuildLock.Held held);
  }

  private Optional<RebuildState> inBackground(Work work) throws IOException {
    Optional<RebuildLock.Held> held = lock.tryLock();
    held.ifPresent(mine -> running = Thread.ofVirtual().name("index-rebuild").start(() -> work.on(mine)));
    return held.map(RebuildLock.Held::state);
  }
}
