package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** H8: names are for people only, and harmless. */
class FileNameTest {

  @ParameterizedTest
  @MethodSource
  void a_name_is_made_harmless(String sent, String kept) {
    assertThat(FileName.clean(sent, "image.jpg")).isEqualTo(kept);
  }

  static Stream<Arguments> a_name_is_made_harmless() {
    return Stream.of(
        arguments("IMG_0001.JPG", "IMG_0001.JPG"),
        arguments("Sommer in Füssen.jpg", "Sommer in Füssen.jpg"),
        arguments("Fu\u0308ssen.jpg", "Füssen.jpg"),
        arguments("写真.png", "写真.png"),
        arguments("👨‍👩‍👧.png", "👨‍👩‍👧.png"),
        arguments("../../etc/passwd", "passwd"),
        arguments("/absolute/a.jpg", "a.jpg"),
        arguments("C:\\Users\\me\\a.jpg", "a.jpg"),
        arguments("a/b\\c.jpg", "c.jpg"),
        arguments("folder/", "image.jpg"),
        arguments("", "image.jpg"),
        arguments("   ", "image.jpg"),
        arguments(".", "image.jpg"),
        arguments("..", "image.jpg"),
        arguments("../..", "image.jpg"),
        arguments("\0\u0001\u007f", "image.jpg"),
        arguments("a\0b.jpg", "ab.jpg"),
        arguments("a\r\nSet-Cookie: x.jpg", "aSet-Cookie: x.jpg"),
        arguments("a\u0085\u2028\u2029b.jpg", "ab.jpg"),
        arguments("gpj.\u202Eexe.jpg", "gpj.exe.jpg"),
        arguments("\u2066a\u2069\u200F\u200E\u061C.jpg", "a.jpg"),
        arguments("\uFEFFa\u200B.jpg", "a.jpg"),
        arguments("a\uD800.jpg", "a.jpg"),
        arguments("-rf.jpg", "-rf.jpg"),
        arguments("CON.jpg", "CON.jpg"),
        arguments(".hidden.jpg", ".hidden.jpg"),
        arguments("  a.jpg ", "a.jpg"),
        arguments("<script>.jpg", "<script>.jpg"));
  }

  @Test
  void a_long_name_is_cut_but_keeps_its_extension() {
    String kept = FileName.clean("x".repeat(4096) + ".jpeg", "image.jpg");
    assertThat(kept).hasSize(255).endsWith("x.jpeg");
  }

  @Test
  void what_is_behind_a_dot_is_no_extension_when_it_is_long() {
    assertThat(FileName.clean("a." + "x".repeat(400), "image.jpg")).hasSize(255).startsWith("a.xxx");
  }

  @Test
  void a_name_is_never_cut_within_a_character() {
    String kept = FileName.clean("😀".repeat(300) + ".jpg", "image.jpg");
    assertThat(kept.codePointCount(0, kept.length())).isEqualTo(255);
    assertThat(kept).endsWith("😀.jpg");
  }
}
