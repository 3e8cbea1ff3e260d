package pms.metadata.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pms.metadata.database.StoredJson;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Pictures;

class PlainJsonTest {

  @Test
  void what_was_read_of_a_file_comes_across_whole() {
    Extracted read = Pictures.read("image/jpeg", Pictures.withXmp(Pictures.paris(), Pictures.XMP));
    Extracted arrived = StoredJson.read(PlainJson.of(read), Extracted.class);
    assertThat(arrived.facts()).isEqualTo(read.facts());
    assertThat(StoredJson.tree(arrived.listing())).isEqualTo(StoredJson.tree(StoredJson.read(StoredJson.write(read.listing()), read.listing().getClass())));
  }

  @Test
  void every_text_and_number_is_json() {
    String text = "\"\\/\u0000\u001F\n é € \uD83D\uDE00 \uD800";
    Map<?, ?> arrived = StoredJson.read(PlainJson.of(Map.of(text, List.of(1, 2.5, Double.NaN, true, text))), Map.class);
    assertThat(arrived.get(text)).isEqualTo(Arrays.asList(1, 2.5, "NaN", true, text));
    assertThat(PlainJson.of(Arrays.asList((Object) null))).isEqualTo("[null]");
  }
}
