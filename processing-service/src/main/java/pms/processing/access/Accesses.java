package pms.processing.access;

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
import pms.processing.ProcessingConfig;

/**
 * May this caller see somebody else's picture? A yes is believed for two seconds, so that a page of thumbnails asks once each;
 * a no, an error and silence are a no and are not kept.
 */
@ApplicationScoped
public class Accesses {

  private static final Logger LOG = Logger.getLogger(Accesses.class);
  private static final String VIEW = "view";
  private static final int MOST_KEPT = 10_000;

  private final SharingClient sharing;
  private final ProcessingConfig config;
  private final Clock clock;
  private final Map<Question, Instant> allowed = new ConcurrentHashMap<>();

  Accesses(@RestClient SharingClient sharing, ProcessingConfig config, Clock clock) {
    this.sharing = sharing;
    this.config = config;
    this.clock = clock;
  }

  public boolean mayView(Caller caller, UUID image) {
    Question question = new Question(caller.id(), image);
    Instant asked = clock.instant();
    Instant until = allowed.get(question);
    if (until != null && asked.isBefore(until)) {
      return true;
    }
    allowed.remove(question);
    if (!ask(image, caller.authorization())) {
      return false;
    }
    remember(question, asked);
    return true;
  }

  private boolean ask(UUID image, String authorization) {
    try {
      return sharing.decide(image, VIEW, authorization).allowed();
    } catch (WebApplicationException | ProcessingException e) {
      LOG.warnf("the sharing service did not answer about image %s, so the answer is no: %s", image, e.getMessage());
      return false;
    }
  }

  private void remember(Question question, Instant asked) {
    if (allowed.size() >= MOST_KEPT) {
      allowed.clear();
    }
    allowed.put(question, asked.plus(config.accessKept()));
  }

  private record Question(String caller, UUID image) {}
}
