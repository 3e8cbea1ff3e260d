package pms.search.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.kit.event.Deliveries;
import pms.kit.event.EventConfig;
import pms.search.image.EventWriter;
import pms.search.image.FoldedTopics;
import pms.search.index.SearchConfig;
import pms.search.index.SearchIndexes;
import pms.search.log.LogReplay;

/**
 * The work of one rebuild. Nothing can be lost on the way: an event that a consumer still wrote to the old index was in the
 * log before the swap, and the log is read once more up to where it ends after the swap. Folding twice changes nothing.
 */
@ApplicationScoped
class RebuildRun {

  private static final Logger LOG = Logger.getLogger(RebuildRun.class);
  private static final int MOST_ROUNDS = 20;
  private static final Duration BEAT = Duration.ofSeconds(2);

  private final SearchIndexes indexes;
  private final EventWriter writer;
  private final Deliveries deliveries;
  private final EventConfig events;
  private final SearchConfig config;
  private final Clock clock;
  private final Patience patience;
  private final Map<String, Topic<? extends PmsEvent>> topics;

  RebuildRun(
      SearchIndexes indexes,
      EventWriter writer,
      Deliveries deliveries,
      EventConfig events,
      SearchConfig config,
      Clock clock) {
    this.indexes = indexes;
    this.writer = writer;
    this.deliveries = deliveries;
    this.events = events;
    this.config = config;
    this.clock = clock;
    // Whoever is silent for longer is taken for dead.
    this.patience = new Patience(events.firstPause(), config.rebuildTimeout().dividedBy(2));
    this.topics = FoldedTopics.byName(events::topic);
  }

  /** A new index, filled from the log, in place of the old one. */
  void replace(RebuildLock.Held held) {
    guarded(held, () -> {
      patiently(this::deleteLeftovers);
      String old = patience.with(indexes::current);
      String fresh = patience.with(indexes::createFresh);
      patiently(() -> held.write(held.state().filling(fresh, indexes.count(old))));
      try (LogReplay log = open()) {
        catchUp(log, held, fresh);
        patiently(() -> indexes.startRefreshing(fresh));
        catchUp(log, held, fresh);
        patiently(() -> indexes.refresh(fresh));
        patiently(() -> indexes.swap(old, fresh));
        log.toEnd(into(fresh, held));
      }
      patiently(() -> indexes.markComplete(fresh));
      // Until the old one is gone the lock is held: to whoever looks meanwhile it would be a leftover of a killed rebuild.
      Thread.sleep(config.rebuildGrace());
      patiently(() -> indexes.delete(old));
      patiently(() -> finish(held, fresh));
    });
  }

  /** The whole log into an index that was made empty; the consumers bring what comes meanwhile. */
  void fill(RebuildLock.Held held, String index) {
    guarded(held, () -> {
      patiently(() -> held.write(held.state().filling(index, indexes.count(index))));
      try (LogReplay log = open()) {
        log.toEnd(into(index, held));
      }
      patiently(() -> indexes.markComplete(index));
      patiently(() -> finish(held, index));
    });
  }

  /** Deletes what a killed rebuild left behind. */
  void tidy(RebuildLock.Held held) {
    guarded(held, () -> {
      patiently(this::deleteLeftovers);
      patiently(() -> held.write(RebuildState.idle()));
    });
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private interface Step {
    void take() throws IOException;
  }

  /** Each step may be taken twice. */
  private void patiently(Step step) throws IOException, InterruptedException {
    patience.with(
        () -> {
          step.take();
          return true;
        });
  }

  private void guarded(RebuildLock.Held held, Work work) {
    try {
      work.run();
    } catch (InterruptedException stopping) {
      fail(held, "the service was stopped");
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      LOG.error("the rebuild failed", failure);
      fail(held, String.valueOf(failure.getMessage()));
    }
  }

  private void fail(RebuildLock.Held held, String reason) {
    try {
      held.write(held.state().failed(reason, clock.instant()));
    } catch (Exception unreachable) {
      LOG.warnf("cannot record that the rebuild failed (%s): %s", reason, unreachable);
    }
  }

  private LogReplay open() {
    return LogReplay.whole(events, topics.keySet());
  }

  /** Until a round finds nothing new, so that the swap hides nothing for more than a moment. */
  private void catchUp(LogReplay log, RebuildLock.Held held, String index) throws IOException, InterruptedException {
    for (int round = 0; round < MOST_ROUNDS && log.toEnd(into(index, held)) > 0; round++) {
      LOG.debugf("round %d of the rebuild is done", round);
    }
  }

  private LogReplay.Sink into(String index, RebuildLock.Held held) {
    return batch -> {
      Replayed read = Replayed.of(batch, topics, deliveries);
      return () -> {
        Map<String, String> refused = patience.with(() -> writer.write(index, read.events()));
        refused.forEach((id, reason) -> LOG.warnf("the rebuild leaves out %s: %s", id, reason));
        RebuildState further = held.state().progressed(read.counts(), clock.instant());
        patience.with(() -> held.progress(further, BEAT));
      };
    };
  }

  private void finish(RebuildLock.Held held, String index) throws IOException {
    indexes.refresh(index);
    held.write(held.state().finished(indexes.count(index), clock.instant()));
    LOG.infof("rebuilt %s: %d records, %s before, %s after", index, held.state().read(), held.state().before(), held.state().after());
  }

  private void deleteLeftovers() throws IOException {
    for (String leftover : indexes.leftovers()) {
      indexes.delete(leftover);
    }
  }
}
