package pms.metadata.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When two spellings are one tag. */
class TagKeyTest {

  @ParameterizedTest
  @CsvSource({
    "Été, ete", "E\u0301te\u0301, été", "STRASSE, straße", "ẞ, ß", "x ẞ, X SS", "за\u0301мок, замок",
    "o\u0323jo\u0323\u0301, ojo", "ŋ\u0301, Ŋ", "Ångström, angstrom", "Łódź, lodz", "Smørrebrød, smorrebrod", "ÆON, aeon",
    "İstanbul, istanbul", "ılık, ilik", "ΟΔΟΣ, οδός", "ΟΔΥΣΣΕΥΣ, Οδυσσεύς", "'  two   words ', two words", "ＡＢＣ, ａｂｃ", "日本, 日本"
  })
  void case_accents_and_space_do_not_count(String one, String other) {
    assertThat(TagKey.of(one)).isEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\u200b", "\ufeffx", "x\u00ad", "\u202ex\u202c", "x\u200d", "\u200cx", "x\ufe0f", "X\u2060", "x\udb40\udc61", "x\u0301\u200b"
      })
  void what_nobody_sees_does_not_count(String name) {
    assertThat(TagKey.of(name)).isEqualTo("x");
    assertThat(TagKey.of("b " + name + " a")).isEqualTo("b x a");
  }

  /** A heart on fire, a running woman, a keycap, the flag of Scotland, a Persian and a Hindi word. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u2764\ufe0f\u200d\ud83d\udd25", "\ud83c\udfc3\u200d\u2640\ufe0f", "1\ufe0f\u20e3", "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc73\udb40\udc63\udb40\udc74\udb40\udc7f",
        "\u0645\u06cc\u200c\u062e", "\u0915\u094d\u200d\u0937"
      })
  void what_joins_signs_is_kept(String name) {
    assertThat(TagKey.of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({"か, が", "は, ぱ", "и, й", "कि, क", "a, b", "a b, ab", "cote, côtes"})
  void another_letter_is_another_word(String one, String other) {
    assertThat(TagKey.of(one)).isNotEqualTo(TagKey.of(other));
  }

  @Test
  void a_key_is_its_own_key() {
    for (String name : List.of("Été", "Straße", "ΟΔΟΣ", "が", "İ", "ﬁn", "ǅ", "❤️", "´", "ŉ", "ΐ", "\u200b", "\u0301", "❤\u200b\u200d🔥", "ẞ")) {
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
