package pms.e2e.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import pms.e2e.client.Answer;

/** Expectations on answers that say no. */
public final class Problems {
  private Problems() {}

  /** RFC 9457, with the status of the answer itself, and nothing of our insides. */
  public static void isProblem(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .as("content type of %s", answer)
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asText()).isNotBlank();
    assertThat(answer.text()).doesNotContain("Exception", "\tat ", "pms.");
  }

  /** The body without what may differ from request to request: the path asked for and the trace. */
  public static JsonNode comparable(Answer answer) {
    ObjectNode body = answer.json().deepCopy();
    body.remove(List.of("instance", "trace"));
    return body;
  }
}
