package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** Versions are numbered by processing-service; it is asked only when the number matters. */
@ApplicationScoped
class CurrentVersions {

  private static final Logger LOG = Logger.getLogger(CurrentVersions.class);

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  /** Of a picture that it has not heard of. */
  private static final ProcessingClient.Current FIRST = new ProcessingClient.Current(1, 1);

  private final ProcessingClient processing;
  private final Caller caller;

  CurrentVersions(@RestClient ProcessingClient processing, Caller caller) {
    this.processing = processing;
    this.caller = caller;
  }

  /**
   * Compares the version that the caller has seen with the current one.
   *
   * @param ifMatch as in RFC 9110, section 13.1.1; null for no condition
   * @param originals how many files the image has here
   * @return what must not have changed when the new file is made true; empty without a condition
   * @throws Problem 412 if the version is not current, or will not be because a replacement is on its way; 503 if nobody knows
   */
  Optional<ProcessingClient.Current> check(UUID id, String ifMatch, int originals) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    ProcessingClient.Current current = current(id);
    String tag = "\"" + current.version() + "\"";
    boolean matches = Arrays.stream(ifMatch.split(",")).anyMatch(one -> one.strip().equals(tag));
    if (!matches || current.originals() != originals) {
      throw Problem.changedMeanwhile();
    }
    return Optional.of(current);
  }

  /**
   * Asks again after the body, which may have taken hours. If the caller's token ended meanwhile nobody can be asked: then what
   * events told of versions has to do, which {@link ReplacedOriginals#replace} looks at.
   *
   * @throws Problem 412 if there is another version since; 503 if nobody knows
   */
  void checkAgain(UUID id, ProcessingClient.Current seen) {
    try {
      if (!ask(id).equals(seen)) {
        throw Problem.changedMeanwhile();
      }
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() != UNAUTHORIZED) {
        throw unavailable(refused);
      }
      LOG.infof("the token of who replaces the original of %s ended meanwhile", id);
    }
  }

  private ProcessingClient.Current current(UUID id) {
    try {
      return ask(id);
    } catch (WebApplicationException refused) {
      throw unavailable(refused);
    }
  }

  private ProcessingClient.Current ask(UUID id) {
    try {
      return processing.current(id, caller.authorization());
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == NOT_FOUND) {
        return FIRST;
      }
      throw refused;
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  private static Problem unavailable(RuntimeException cause) {
    LOG.warnf("processing-service cannot be asked: %s", cause);
    return Problem.of(503, "unavailable", "Unavailable", "Which version is current cannot be told now; try again soon.");
  }
}
