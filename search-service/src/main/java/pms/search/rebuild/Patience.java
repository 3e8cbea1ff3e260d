package pms.search.rebuild;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import org.elasticsearch.client.ResponseException;
import org.jboss.logging.Logger;

/**
 * Asks Elasticsearch again where it has too much to do at the moment, or is away: the work of an hour is not thrown away for that.
 *
 * @param first pause; doubles up to a second
 * @param most after so long the failure is final
 */
record Patience(Duration first, Duration most) {

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int TOO_BUSY = 429;

  interface Question<A> {
    A ask() throws IOException;
  }

  <A> A with(Question<A> question) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + most.toNanos();
    for (Duration pause = first; ; pause = longer(pause)) {
      try {
        return question.ask();
      } catch (ElasticsearchException failure) {
        if (isFinal(failure.status()) || System.nanoTime() > giveUp) {
          throw failure;
        }
        LOG.warnf("the rebuild goes on in %s: %s", pause, failure.getMessage());
      } catch (IOException failure) {
        if (isFinal(failure) || System.nanoTime() > giveUp) {
          throw failure;
        }
        LOG.warnf("the rebuild goes on in %s: %s", pause, failure.getMessage());
      }
      Thread.sleep(pause);
    }
  }

  private static boolean isFinal(IOException failure) {
    return Thread.currentThread().isInterrupted()
        || failure instanceof ResponseException answer && isFinal(answer.getResponse().getStatusLine().getStatusCode());
  }

  private static boolean isFinal(int status) {
    return status / 100 == 4 && status != TOO_BUSY;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }
}
