package pms.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnreadableTest {

  record Body(List<Integer> ids, String title, Inner inner) {}

  record Inner(int depth) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"titel\":\"x\"}          | titel",
        "{\"ids\":[1,\"two\"]}      | ids[1]",
        "{\"ids\":7}                | ids",
        "{\"inner\":{\"depth\":[]}} | inner.depth",
        "{\"inner\":{\"width\":1}}  | inner.width",
        "{\"title\":                | body",
        "plain text                 | body"
      })
  void the_problem_names_the_field_and_no_class_of_ours(String json, String field) {
    Exception unreadable = catchException(() -> new ObjectMapper().readValue(json, Body.class));
    Problem problem = Unreadable.problem(unreadable);
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
    assertThat(problem.getMessage()).doesNotContain("pms").doesNotContain("java");
  }
}
