package pms.sharing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightTest {

  @Test
  void there_are_three() {
    assertThat(Right.parse("view")).isEqualTo(Right.VIEW);
    assertThat(Right.parse("download")).isEqualTo(Right.DOWNLOAD);
    assertThat(Right.parse("edit")).isEqualTo(Right.EDIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VIEW", "own", "view "})
  void any_other_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Right.parse(text)).hasMessageStartingWith("right:");
  }
}
