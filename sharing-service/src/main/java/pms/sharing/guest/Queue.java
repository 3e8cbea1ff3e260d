package pms.sharing.guest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.Problem;
import pms.sharing.guest.QueueClient.Accepted;

/** What upload-service says and does about pictures of guests; never to be called inside a transaction. */
@ApplicationScoped
class Queue {

  private static final Logger LOG = Logger.getLogger(Queue.class);

  private final QueueClient upload;
  private final InternalCalls calls;

  Queue(@RestClient QueueClient upload, InternalCalls calls) {
    this.upload = upload;
    this.calls = calls;
  }

  List<WaitingPicture> waiting(UUID album, UUID after, int rows) {
    return ask(() -> upload.list(album, after, rows, calls.seal("see guest pictures " + album)));
  }

  /** @throws Problem 404 when it does not wait in this album */
  WaitingPicture waiting(UUID album, UUID id) {
    return ask(() -> upload.get(album, id, calls.seal("see guest pictures " + album)));
  }

  /** @throws Problem 404 when it was rejected or swept, 507 when its owner has no room for it */
  Accepted accept(UUID album, UUID id) {
    return ask(() -> upload.accept(album, id, calls.seal("accept guest picture " + album + "/" + id)));
  }

  void reject(UUID album, UUID id) {
    ask(() -> {
      upload.reject(album, id, calls.seal("reject guest picture " + album + "/" + id));
      return true;
    });
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (WebApplicationException refused) {
      throw switch (refused.getResponse().getStatus()) {
        case 404 -> Problem.notFound();
        case 409 -> Problem.conflict("already-accepted", "This picture was accepted already.");
        case 507 -> Problem.of(507, "quota-exceeded", "Quota exceeded", "It does not fit into the quota of who made the link.");
        default -> unavailable(refused);
      };
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  private static Problem unavailable(RuntimeException why) {
    LOG.warnf("upload-service did not answer about pictures of guests: %s", why.getMessage());
    return Problem.of(503, "unavailable", "Temporarily unavailable", "A part of the system is away; try again in a moment.");
  }
}
