package pms.search.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Patience LONG = new Patience(Duration.ofMillis(1), Duration.ofMinutes(1));

  @Test
  void who_is_away_or_has_too_much_to_do_is_asked_again() throws Exception {
    List<Exception> answers = new ArrayList<>(Arrays.asList(new ConnectException("away"), answer(429), answer(503)));
    assertThat(LONG.with(() -> next(answers))).isEqualTo("done");
    assertThat(answers).isEmpty();
  }

  @Test
  void a_no_is_final() {
    List<Exception> answers = new ArrayList<>(List.of(answer(409)));
    assertThatThrownBy(() -> LONG.with(() -> next(answers))).isInstanceOf(ElasticsearchException.class);
  }

  @Test
  void patience_ends() {
    Patience none = new Patience(Duration.ofMillis(1), Duration.ZERO);
    assertThatThrownBy(() -> none.with(() -> next(new ArrayList<>(List.of(new ConnectException("away"))))))
        .isInstanceOf(ConnectException.class);
  }

  private static String next(List<Exception> answers) throws IOException {
    Exception answer = answers.isEmpty() ? null : answers.removeFirst();
    switch (answer) {
      case null -> {
        return "done";
      }
      case IOException away -> throw away;
      case RuntimeException said -> throw said;
      default -> throw new IllegalStateException(answer);
    }
  }

  private static ElasticsearchException answer(int status) {
    ErrorCause cause = ErrorCause.of(error -> error.type("test").reason("for a test"));
    return new ElasticsearchException("bulk", ErrorResponse.of(said -> said.status(status).error(cause)));
  }
}
