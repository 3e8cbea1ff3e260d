package pms.sharing.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H8: entries of archives. */
class EntryNamesTest {

  @Test
  void the_same_name_is_given_once_whatever_its_case() {
    EntryNames names = new EntryNames();
    assertThat(names.take("", "a.jpg", "x")).isEqualTo("a.jpg");
    assertThat(names.take("", "A.JPG", "x")).isEqualTo("A (2).JPG");
    assertThat(names.take("", "a (2).jpg", "x")).isEqualTo("a (2) (2).jpg");
    assertThat(names.take("", "a.jpg", "x")).isEqualTo("a (3).jpg");
    assertThat(names.take("in/", "a.jpg", "x")).isEqualTo("in/a.jpg");
    assertThat(names.take("", null, "picture")).isEqualTo("picture");
    assertThat(names.take("", "a", "x")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd,__.._etc_passwd", "C:\\boot.ini,C__boot.ini", "con.jpg,_con.jpg", ".htaccess,_htaccess", "...,_",
    "a.jpg. ,a.jpg", "-rf,-rf", "<b>:?,_b___"
  })
  void a_hostile_name_becomes_one_plain_segment(String wanted, String name) {
    assertThat(EntryNames.safe(wanted, "picture")).isEqualTo(name);
  }

  @Test
  void what_cannot_be_seen_is_left_out_and_one_letter_has_one_spelling() {
    assertThat(EntryNames.safe("gnp\u202e.jpg", "picture")).isEqualTo("gnp.jpg");
    assertThat(EntryNames.safe("a\u0000b\r\nc.jpg", "picture")).isEqualTo("abc.jpg");
    assertThat(EntryNames.safe("e\u0301.jpg", "picture")).isEqualTo("\u00e9.jpg");
    assertThat(EntryNames.safe(" \u200b\n", "picture")).isEqualTo("picture");
  }

  @Test
  void a_name_too_long_for_file_systems_keeps_its_ending() {
    String name = EntryNames.safe("ü".repeat(4_096) + ".jpeg", "picture");
    assertThat(name).endsWith("ü.jpeg");
    assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
  }
}
