package pms.sharing.smart;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.contracts.Ids;

/** Keeps albums in step with their queries, and passes from owner to owner, so that a large library keeps no small one waiting. */
@ApplicationScoped
public class SmartKeeper {

  private static final Logger LOG = Logger.getLogger(SmartKeeper.class);
  private static final Duration TURN = Duration.ofSeconds(2);

  private final SmartOwners owners;
  private final LookStep looks;
  private final FillStep fills;
  private final SmartConfig config;

  SmartKeeper(SmartOwners owners, LookStep looks, FillStep fills, SmartConfig config) {
    this.owners = owners;
    this.looks = looks;
    this.fills = fills;
    this.config = config;
  }

  @Scheduled(
      every = "1s",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void work() {
    UUID worker = Ids.next();
    for (Optional<String> owner = owners.take(worker); owner.isPresent(); owner = owners.take(worker)) {
      serve(owner.get(), worker);
    }
  }

  private void serve(String owner, UUID worker) {
    Duration pause = config.pause();
    try {
      long until = System.nanoTime() + TURN.toNanos();
      boolean more = true;
      while (more && System.nanoTime() < until) {
        boolean changes = looks.take(owner, worker);
        more = fills.take(owner, worker) || changes;
      }
      pause = Duration.ZERO;
    } catch (RuntimeException failed) {
      LOG.warnf("albums of %s that follow a query wait: %s", owner, failed);
    } finally {
      owners.leave(owner, worker, pause);
    }
  }
}
