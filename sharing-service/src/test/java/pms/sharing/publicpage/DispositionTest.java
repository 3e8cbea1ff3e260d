package pms.sharing.publicpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** H8. */
class DispositionTest {

  @Test
  void a_plain_name_stays_and_others_are_encoded() {
    assertThat(Disposition.attachment("a b.jpg")).isEqualTo("attachment; filename=\"a b.jpg\"");
    assertThat(Disposition.attachment("Grün.jpg"))
        .isEqualTo("attachment; filename=\"Gr_n.jpg\"; filename*=UTF-8''Gr%C3%BCn.jpg");
    assertThat(Disposition.attachment(null)).isEqualTo("attachment");
    assertThat(Disposition.attachment("\u202e\r\n")).isEqualTo("attachment");
  }

  @Test
  void nothing_in_a_name_ends_the_header_or_names_a_folder() {
    Map.of(
            "a\r\nSet-Cookie: x=1", "attachment; filename=\"aSet-Cookie: x=1\"",
            "../../etc/passwd", "attachment; filename=\"....etcpasswd\"",
            "a\".exe", "attachment; filename=\"a_.exe\"; filename*=UTF-8''a%22.exe",
            "gnp\u202e.exe", "attachment; filename=\"gnp.exe\"",
            "100%41.jpg", "attachment; filename=\"100_41.jpg\"; filename*=UTF-8''100%2541.jpg")
        .forEach((name, header) -> assertThat(Disposition.attachment(name)).isEqualTo(header));
  }

  @Test
  void every_character_there_is_makes_a_well_formed_header() {
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(character -> {
      String header = Disposition.attachment("a" + Character.toString(character) + "z");
      assertThat(header.chars().allMatch(c -> c >= ' ' && c <= '~')).isTrue();
      assertThat(header.chars().filter(c -> c == '"').count()).isEqualTo(2);
    });
  }
}
