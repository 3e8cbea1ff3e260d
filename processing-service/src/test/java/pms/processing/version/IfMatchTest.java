package pms.processing.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "*", " \"3\" ", "\"2\", \"3\""})
  void what_is_current_matches(String header) {
    assertThat(new IfMatch(header).matches(3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "", "W/\"3\"", "\"33\"", "nonsense"})
  void all_else_does_not(String header) {
    assertThat(new IfMatch(header).matches(3)).isFalse();
  }

  @Test
  void who_does_not_ask_takes_what_is_current() {
    assertThat(new IfMatch(null).matches(7)).isTrue();
  }
}
