package pms.metadata.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.Problem;
import pms.metadata.job.FoundImages;
import pms.metadata.job.Job;
import pms.metadata.job.WorkWaits;

/**
 * What the query of a bulk job finds: the owner's own images, and no more than what is written, since nobody looks at the hits
 * before they are changed. What a typing error, another form or the beginning of a word, or the name of an album finds is not among
 * them. Never to be called inside a transaction.
 */
@ApplicationScoped
class QueriedImages {

  private static final Logger LOG = Logger.getLogger(QueriedImages.class);
  private static final int PAGE = 1_000;

  private final SearchClient search;
  private final InternalCalls calls;
  private final ObjectMapper json;

  QueriedImages(@RestClient SearchClient search, InternalCalls calls, ObjectMapper json) {
    this.search = search;
    this.calls = calls;
    this.json = json;
  }

  private record CheckBody(String owner, List<String> queries, List<UUID> images) {}

  private record PageBody(String owner, String query, UUID after, int limit, boolean literal) {}

  /** @throws Problem 400 that names {@code query} and says where it is wrong */
  void check(String owner, String query) {
    byte[] body = body(new CheckBody(owner, List.of(query), List.of()));
    try {
      search.check(calls.seal("matches", body), body);
    } catch (WebApplicationException refused) {
      throw refused.getResponse().getStatus() == 400 ? Problem.invalid("query", reason(refused)) : unavailable(refused);
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  /**
   * A page in the order of ids.
   *
   * @param after the last one that is known; null for the first page
   * @throws WorkWaits when search-service cannot be asked now
   * @throws Problem when the query cannot be asked any more
   */
  FoundImages page(Job job, UUID after) {
    byte[] body = body(new PageBody(job.owner(), job.spec().query(), after, PAGE, true));
    try {
      SearchClient.Page page = search.all(calls.seal("all matches", body), body);
      return new FoundImages(page.items().stream().map(SearchClient.Item::id).toList(), page.next() == null);
    } catch (WebApplicationException refused) {
      int status = refused.getResponse().getStatus();
      throw status == 400 ? Problem.invalid("query", reason(refused)) : new WorkWaits("search-service answered with " + status);
    } catch (ProcessingException unreachable) {
      throw new WorkWaits(unreachable.getMessage());
    }
  }

  private byte[] body(Object question) {
    try {
      return json.writeValueAsBytes(question);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a question cannot be written", e);
    }
  }

  private static String reason(WebApplicationException refused) {
    try {
      JsonNode message = refused.getResponse().readEntity(JsonNode.class).at("/errors/0/message");
      return message.isTextual() ? message.textValue() : "is not understood";
    } catch (RuntimeException unreadable) {
      LOG.debugf("search-service's refusal cannot be read: %s", unreadable.getMessage());
      return "is not understood";
    }
  }

  private static Problem unavailable(RuntimeException cause) {
    LOG.warnf("search-service cannot be asked: %s", cause.getMessage());
    return Problem.of(503, "unavailable", "Unavailable", "What the query finds cannot be told now; try again soon.");
  }
}
