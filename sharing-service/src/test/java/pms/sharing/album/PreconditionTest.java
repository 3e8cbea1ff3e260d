package pms.sharing.album;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
  void the_album_that_was_read_may_be_changed(String ifMatch) {
    assertThatCode(() -> new Precondition(ifMatch).require(7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "", "\"77\""})
  void any_other_may_not(String ifMatch) {
    assertThatThrownBy(() -> new Precondition(ifMatch).require(7)).hasMessageContaining("changed");
  }

  @Test
  void who_does_not_ask_is_not_refused() {
    assertThatCode(() -> new Precondition(null).require(7)).doesNotThrowAnyException();
  }
}
