package pms.sharing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightTest {

  @Test
  void three_are_asked_for_of_images() {
    assertThat(Right.ofImage("view")).isEqualTo(Right.VIEW);
    assertThat(Right.ofImage("download")).isEqualTo(Right.DOWNLOAD);
    assertThat(Right.ofImage("edit")).isEqualTo(Right.EDIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "VIEW", "own", "view ", "manage", "contribute"})
  void any_other_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Right.ofImage(text)).hasMessageStartingWith("right:");
  }
}
