package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pms.metadata.extract.Facts;

/** Tags from the file, from people, and drawn from facts, which are told apart and put together. */
class TagsApartTest {

  private static final List<String> FILE = List.of("river");
  private static final List<String> DRAWN = List.of("Paris", "Winter");

  @Test
  void drawn_tags_count_and_are_marked() {
    Words words = words(Edits.NONE);
    assertThat(words.tags()).containsExactly("river", "Paris", "Winter");
    assertThat(words.automaticTags()).containsExactly("Paris", "Winter");
  }

  @Test
  void what_somebody_takes_away_stays_away_and_the_rest_stays_what_it_was() {
    Edits edits = want(Edits.NONE, "river", "Winter");
    assertThat(edits.tags()).isNull();
    assertThat(words(edits).tags()).containsExactly("river", "Winter");
    assertThat(words(edits).automaticTags()).containsExactly("Winter");
    assertThat(Words.of(facts("other"), List.of("paris"), edits).tags()).containsExactly("other");
  }

  @Test
  void what_was_taken_away_may_come_back() {
    Edits edits = want(want(Edits.NONE), "Paris");
    assertThat(words(edits).tags()).containsExactly("Paris");
    assertThat(words(edits).automaticTags()).containsExactly("Paris");
  }

  @Test
  void a_word_that_somebody_typed_is_not_automatic() {
    Words words = Words.of(facts("paris"), DRAWN, Edits.NONE);
    assertThat(words.tags()).containsExactly("paris", "Winter");
    assertThat(words.automaticTags()).containsExactly("Winter");
  }

  @Test
  void a_list_of_tags_keeps_people_s_own() {
    Edits edits = want(Edits.NONE, "boat", "Paris", "BOAT", "Winter");
    assertThat(edits.tags().value()).containsExactly("boat");
    assertThat(words(edits).tags()).containsExactly("boat", "Paris", "Winter");
  }

  private static Edits want(Edits earlier, String... tags) {
    return Edits.ofTags(List.of(tags)).withTagsApart(earlier, FILE, DRAWN).over(earlier);
  }

  private static Words words(Edits edits) {
    return Words.of(facts("river"), DRAWN, edits);
  }

  private static Facts facts(String tag) {
    return Found.facts("{\"tags\":[\"" + tag + "\"]}");
  }
}
