package pms.sharing.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class AlbumTextTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "   ", "\t\n", "a\u0000b", "a\u001bb", "\ud800"})
  void a_title_is_a_text_that_people_can_read(String title) {
    assertThatThrownBy(() -> AlbumText.title(title)).isInstanceOf(Problem.class).hasMessageStartingWith("title:");
  }

  @Test
  void length_is_counted_in_characters_and_not_in_their_halves() {
    assertThat(AlbumText.title("🏔".repeat(200))).hasSize(400);
    assertThatThrownBy(() -> AlbumText.title("é".repeat(201))).hasMessageContaining("200");
  }

  @Test
  void a_title_loses_the_space_around_it() {
    assertThat(AlbumText.title("  Sommer 2024 ")).isEqualTo("Sommer 2024");
  }

  @Test
  void an_empty_description_is_none() {
    assertThat(AlbumText.description(" ")).isNull();
    assertThat(AlbumText.description("two\nlines")).isEqualTo("two\nlines");
    assertThatThrownBy(() -> AlbumText.description("x".repeat(5_001))).hasMessageStartingWith("description:");
  }
}
