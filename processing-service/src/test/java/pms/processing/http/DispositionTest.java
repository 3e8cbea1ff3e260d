package pms.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** H8: whatever a file is called, the header is well-formed. */
class DispositionTest {

  @Test
  void a_plain_name_stays_as_it_is() {
    assertThat(Disposition.inline("IMG_0001.JPG")).isEqualTo("inline; filename=\"IMG_0001.JPG\"");
  }

  @Test
  void other_letters_are_encoded_and_have_a_plain_spelling_beside_them() {
    assertThat(Disposition.attachment("Crème brûlée.jpg"))
        .isEqualTo("attachment; filename=\"Cr_me br_l_e.jpg\"; filename*=UTF-8''Cr%C3%A8me%20br%C3%BBl%C3%A9e.jpg");
  }

  @Test
  void no_name_is_no_parameter() {
    assertThat(Disposition.inline(null)).isEqualTo("inline");
    assertThat(Disposition.inline("\u202E\r\n")).isEqualTo("inline");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "a\r\nSet-Cookie: x=y.jpg", "a\"; filename=\"b.exe", "../../etc/passwd", "..\\..\\x", "\u202Egpj.exe", "a\0b", "%41.jpg", "\uD800x",
    "日本語.png", "-rf", "CON", "a;b=c", "\u2028x"
  })
  void a_hostile_name_cannot_leave_its_place(String name) {
    assertThat(Disposition.attachment(name))
        .matches("attachment; filename=\"[ -~&&[^\"%/]]*\"(; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?");
  }
}
