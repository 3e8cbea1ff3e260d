package pms.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.caller.Caller;

/**
 * May this caller do that with somebody else's picture? Only the sharing service decides. A yes is believed for
 * {@link AccessConfig#kept}, so that a page of thumbnails asks once each; a no, an error and silence are a no and are not kept.
 * For one's own pictures nobody is to be asked.
 */
@ApplicationScoped
public class Accesses {

  private static final Logger LOG = Logger.getLogger(Accesses.class);
  private static final int MOST_KEPT = 10_000;

  private final SharingClient sharing;
  private final AccessConfig config;
  private final Clock clock;
  private final Map<Question, Instant> allowed = new ConcurrentHashMap<>();

  Accesses(@RestClient SharingClient sharing, AccessConfig config, Clock clock) {
    this.sharing = sharing;
    this.config = config;
    this.clock = clock;
  }

  /** @param image somebody else's */
  public boolean may(Caller caller, UUID image, Right right) {
    Question question = new Question(caller.id(), image, right);
    Instant asked = clock.instant();
    Instant until = allowed.get(question);
    if (until != null && asked.isBefore(until)) {
      return true;
    }
    allowed.remove(question);
    if (!ask(image, right, caller.authorization())) {
      return false;
    }
    remember(question, asked);
    return true;
  }

  private boolean ask(UUID image, Right right, String authorization) {
    try {
      return sharing.decide(image, right.parameter(), authorization).allowed();
    } catch (WebApplicationException | ProcessingException e) {
      LOG.warnf("the sharing service did not answer about image %s, so the answer is no: %s", image, e.getMessage());
      return false;
    }
  }

  private void remember(Question question, Instant asked) {
    if (allowed.size() >= MOST_KEPT) {
      allowed.clear();
    }
    allowed.put(question, asked.plus(config.kept()));
  }

  private record Question(String caller, UUID image, Right right) {}
}
