package pms.sharing.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.kit.problem.Problem;

class AlbumPatchTest {

  private final Album album = new Album();

  AlbumPatchTest() {
    album.title = "before";
    album.description = "old";
  }

  @Test
  void what_is_absent_stays_and_null_takes_away() {
    AlbumPatch.parse("{\"description\":null}").apply(album);
    assertThat(album.title).isEqualTo("before");
    assertThat(album.description).isNull();
  }

  @Test
  void what_is_given_is_changed() {
    AlbumPatch.parse("{\"title\":\" after \",\"description\":\"new\"}").apply(album);
    assertThat(album.title).isEqualTo("after");
    assertThat(album.description).isEqualTo("new");
  }

  @Test
  void a_title_cannot_be_taken_away() {
    assertThatThrownBy(() -> AlbumPatch.parse("{\"title\":null}").apply(album)).hasMessageStartingWith("title:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]|body", "x|body", "''|body", "null|body", "{\"owner\":\"me\"}|owner", "{\"revision\":9}|revision",
        "{\"title\":{}}|title", "{\"title\":7}|title", "{\"description\":[]}|description", "{\"cover\":7}|cover", "{\"cover\":\"no\"}|cover"
      })
  void nonsense_is_refused_by_the_name_of_its_field(String body, String field) {
    assertThatThrownBy(() -> AlbumPatch.parse(body).apply(album))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith(field + ":");
  }
}
