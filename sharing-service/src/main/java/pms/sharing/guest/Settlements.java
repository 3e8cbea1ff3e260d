package pms.sharing.guest;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.guest.GuestDecision.Verdict;
import pms.sharing.guest.QueueClient.Accepted;

/**
 * Carries out what was decided: first at upload-service, then here. Each half can be repeated, so who crashes between them, or
 * finds upload-service away, is finished for later.
 */
@ApplicationScoped
class Settlements {

  private static final Logger LOG = Logger.getLogger(Settlements.class);
  private static final int BATCH = 100;
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** As long as upload-service remembers, and longer than anybody repeats a request. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Queue queue;
  private final Decisions decisions;
  private final Clock clock;

  Settlements(Queue queue, Decisions decisions, Clock clock) {
    this.queue = queue;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * @return what it became; empty when upload-service is away, and it happens later
   * @throws Problem when it cannot be: then nothing is decided any more
   */
  Optional<UUID> accept(GuestDecision decision) {
    try {
      Accepted image = queue.accept(decision.albumId, decision.id);
      decisions.accepted(decision.key(), image);
      LOG.infof("guest picture %s accepted into album %s by %s", decision.id, decision.albumId, decision.decidedBy);
      return Optional.of(image.image());
    } catch (Problem refused) {
      if (refused.status() == 503) {
        return Optional.empty();
      }
      decisions.withdraw(decision.key());
      throw refused;
    }
  }

  /** Its bytes are deleted now or, if upload-service is away, later. */
  void reject(GuestDecision decision) {
    try {
      queue.reject(decision.albumId, decision.id);
      decisions.rejected(decision.key());
      LOG.infof("guest picture %s for album %s rejected by %s", decision.id, decision.albumId, decision.decidedBy);
    } catch (Problem refused) {
      if (refused.status() != 503) {
        decisions.withdraw(decision.key());
        throw refused;
      }
    }
  }

  @Scheduled(every = "30s", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void settleRest() {
    settleRest(clock.instant().minus(GRACE));
    decisions.forgetSettled(clock.instant().minus(REMEMBERED));
  }

  /** @param before when it was decided; who decided later is at it themselves */
  void settleRest(Instant before) {
    for (GuestDecision decision : decisions.unsettled(before, BATCH)) {
      try {
        if (decision.verdict == Verdict.ACCEPT) {
          accept(decision);
        } else {
          reject(decision);
        }
      } catch (Problem impossible) {
        LOG.warnf("what was decided about guest picture %s cannot be done: %s", decision.id, impossible.getMessage());
      }
    }
  }
}
