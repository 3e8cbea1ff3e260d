package pms.search.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {

  @ParameterizedTest
  @CsvSource({
    "Été,ete", "STRASSE,strasse", "Straße,strasse", "Łódź,lodz", "Ærø,aero", "ﬁn,fin", "a  b,a b", "e\u0301,e",
    "東京,東京", "ΟΔΟΣ,οδοσ", "Οδός,οδοσ", "x\u200b,x", "Þór,thor", "ẞ,ss", "'  x y ','x y '", "İstanbul,istanbul"
  })
  void what_is_typed_meets_what_was_written(String text, String folded) {
    assertThat(Folding.of(text)).isEqualTo(folded);
  }

  @Test
  void a_value_is_found_from_each_of_its_words_and_read_back_as_it_was_written() {
    assertThat(Entry.written(Entry.Kind.TAG, "New York-City"))
        .containsExactly(
            "tag\tnew york-city\tNew York-City", "tag\tyork-city\tNew York-City", "tag\tcity\tNew York-City");
    Entry read = Entry.read("place\teta\tÉtà");
    assertThat(read).isEqualTo(new Entry(Entry.Kind.PLACE, "eta", "Étà"));
    assertThat(Entry.prefix(Entry.Kind.TAG, "Yor")).isEqualTo("tag\tyor");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "a\tb"})
  void what_cannot_be_written_is_not_suggested(String value) {
    assertThat(Entry.written(Entry.Kind.TAG, value)).isEmpty();
  }

  @Test
  void what_is_very_long_is_not_suggested_and_many_words_are_cut() {
    assertThat(Entry.written(Entry.Kind.TAG, "x".repeat(201))).isEmpty();
    assertThat(Entry.written(Entry.Kind.TAG, "a b c d e f g h i j")).hasSize(6);
  }
}
