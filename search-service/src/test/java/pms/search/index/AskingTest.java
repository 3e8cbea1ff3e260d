package pms.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class AskingTest {

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 500, 503})
  void an_index_that_is_away_or_has_too_much_to_do_is_another_time_s_affair(int status) {
    assertThatThrownBy(() -> Asking.of(() -> said(status)))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
  }

  @Test
  void nobody_there_is_another_time_s_affair() {
    assertThatThrownBy(() -> Asking.of(() -> {
          throw new ConnectException("away");
        }))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
  }

  @Test
  void a_wrong_question_is_ours() {
    assertThatThrownBy(() -> Asking.of(() -> said(400))).isInstanceOf(ElasticsearchException.class);
  }

  @Test
  void what_is_asked_meanwhile_answers_or_fails_as_if_it_were_asked_now() throws IOException {
    assertThat(Meanwhile.asking(() -> "answer").answer()).isEqualTo("answer");
    assertThatThrownBy(() -> Meanwhile.asking(() -> said(400)).answer()).isInstanceOf(ElasticsearchException.class);
    assertThatThrownBy(() -> Meanwhile.asking(() -> {
          throw new ConnectException("away");
        }).answer())
        .isInstanceOf(ConnectException.class);
  }

  private static String said(int status) {
    ErrorCause cause = ErrorCause.of(error -> error.type("test").reason("for a test"));
    throw new ElasticsearchException("search", ErrorResponse.of(response -> response.status(status).error(cause)));
  }
}
