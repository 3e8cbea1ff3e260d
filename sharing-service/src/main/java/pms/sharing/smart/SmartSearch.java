package pms.sharing.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** What search-service is asked, sealed, since nobody's request is running. Never to be called inside a transaction. */
@ApplicationScoped
public class SmartSearch {

  private static final Logger LOG = Logger.getLogger(SmartSearch.class);

  private final SearchClient search;
  private final InternalCalls calls;
  private final ObjectMapper json;

  SmartSearch(@RestClient SearchClient search, InternalCalls calls, ObjectMapper json) {
    this.search = search;
    this.calls = calls;
    this.json = json;
  }

  /** A query that was understood when the album was made is refused, or brings search-service to grief. */
  static final class Refused extends RuntimeException {
    private Refused(WebApplicationException cause) {
      super("answer " + cause.getResponse().getStatus() + ", " + reason(cause), cause);
    }
  }

  private record Question(String owner, List<String> queries, List<Look.Told> images) {}

  private record AllQuestion(String owner, String query, UUID after, int limit) {}

  /** @throws Problem 400 that names {@code query} and says where it is wrong */
  public void check(String owner, String query) {
    byte[] body = body(new Question(owner, List.of(query), List.of()));
    try {
      search.match(calls.seal("matches", body), body);
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 400) {
        throw Problem.invalid("query", reason(refused));
      }
      throw unavailable(refused);
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  /** @throws Refused by one of the queries at least */
  SearchClient.Answer match(String owner, List<String> queries, List<Look> looks) {
    byte[] body = body(new Question(owner, queries, looks.stream().map(Look::told).toList()));
    return asked(() -> search.match(calls.seal("matches", body), body));
  }

  /**
   * @param after null for the first page
   * @throws Refused
   */
  SearchClient.Page all(String owner, String query, UUID after, int limit) {
    byte[] body = body(new AllQuestion(owner, query, after, limit));
    return asked(() -> search.all(calls.seal("all matches", body), body));
  }

  /** Who is away or does not let us in says nothing of a query: that is waited for. */
  private static <A> A asked(Supplier<A> question) {
    try {
      return question.get();
    } catch (WebApplicationException e) {
      int status = e.getResponse().getStatus();
      throw status == 400 || status == 500 ? new Refused(e) : e;
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
    return Problem.of(503, "unavailable", "Unavailable", "Whether the query can be understood cannot be told now; try again soon.");
  }
}
