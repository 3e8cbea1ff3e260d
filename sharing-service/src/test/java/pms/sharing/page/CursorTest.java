package pms.sharing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class CursorTest {

  @Test
  void a_cursor_reads_back_what_it_was_made_of() {
    Cursor cursor = new Cursor(-5, UUID.fromString("01980000-0000-7000-8000-00000000abcd"));
    assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
  }

  @Test
  void without_a_cursor_the_list_starts_at_its_start() {
    assertThat(Cursor.parse(null).isStart()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "!!!", "AAAA", "' OR 1=1 --", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void a_foreign_cursor_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(Problem.class).hasMessageStartingWith("after:");
  }
}
