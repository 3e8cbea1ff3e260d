package pms.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;

/** Questions to Elasticsearch on behalf of somebody who waits: where it is away, the answer is a 503 that says so. */
public final class Asking {

  private static final Logger LOG = Logger.getLogger(Asking.class);

  public interface Question<A> {
    A ask() throws IOException;
  }

  public static <A> A of(Question<A> question) {
    try {
      return question.ask();
    } catch (ElasticsearchException e) {
      if (e.status() / 100 == 4 && e.status() != 404 && e.status() != 429) {
        throw e;
      }
      throw unavailable(e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private static Problem unavailable(Exception cause) {
    LOG.warnf("Elasticsearch cannot search: %s", cause);
    return Problem.of(503, "search-unavailable", "Search unavailable", "The index does not answer: try again shortly.");
  }

  private Asking() {}
}
