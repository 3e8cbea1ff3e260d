package pms.metadata.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two spellings are one tag. */
class TagKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Été, ete", "E\u0301te\u0301, été", "STRASSE, straße", "Ångström, angstrom", "Łódź, lodz", "Smørrebrød, smorrebrod", "ÆON, aeon",
    "İstanbul, istanbul", "ılık, ilik", "ΟΔΟΣ, οδός", "ΟΔΥΣΣΕΥΣ, Οδυσσεύς", "'  two   words ', two words", "ＡＢＣ, ａｂｃ", "日本, 日本"
  })
  void case_accents_and_space_do_not_count(String one, String other) {
    assertThat(TagKey.of(one)).isEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"か, が", "は, ぱ", "и, й", "कि, क", "a, b", "a b, ab", "cote, côtes"})
  void another_letter_is_another_word(String one, String other) {
    assertThat(TagKey.of(one)).isNotEqualTo(TagKey.of(other));
  }

  @Test
  void a_key_is_its_own_key() {
    for (String name : List.of("Été", "Straße", "ΟΔΟΣ", "が", "İ", "ﬁn", "ǅ", "❤️", "´", "ŉ", "ΐ")) {
      assertThat(TagKey.of(name)).isNotEmpty();
      assertThat(TagKey.of(TagKey.of(name))).isEqualTo(TagKey.of(name));
    }
  }

  @Test
  void the_first_spelling_is_kept_and_words_are_taken_away_in_any() {
    assertThat(TagKey.byKey(List.of("Été", "x", "ETE")).values()).containsExactly("Été", "x");
    assertThat(TagKey.minus(List.of("Été", "x"), List.of("ete"))).containsExactly("x");
  }

  @Test
  void a_difference_counts_what_comes_goes_and_is_hidden() {
    UUID one = new UUID(0, 1);
    UUID two = new UUID(0, 2);
    TagDifference difference =
        TagDifference.between(
            List.of(new TagRows.Held(one, "a", true), new TagRows.Held(one, "b", true), new TagRows.Held(two, "b", true)),
            List.of(
                new TagsOfImage(one, TagKey.byKey(List.of("B", "c")), true), new TagsOfImage(two, TagKey.byKey(List.of("b")), false)));
    assertThat(difference.dropped()).containsExactly(new TagRows.Held(one, "a", true));
    assertThat(Set.copyOf(difference.held())).isEqualTo(Set.of(new TagRows.Held(one, "c", true), new TagRows.Held(two, "b", false)));
    assertThat(difference.counts()).isEqualTo(Map.of(
        "a", new TagDifference.Count(-1, -1), "b", new TagDifference.Count(-1, 0), "c", new TagDifference.Count(1, 1)));
  }
}
