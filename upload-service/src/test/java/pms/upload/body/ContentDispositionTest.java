package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

  @ParameterizedTest
  @MethodSource
  void the_file_name_is_found(String header, String name) {
    assertThat(ContentDisposition.parse(header).fileName()).contains(name);
  }

  static Stream<Arguments> the_file_name_is_found() {
    return Stream.of(
        arguments("attachment; filename=a.jpg", "a.jpg"),
        arguments("attachment; filename=\"a.jpg\"", "a.jpg"),
        arguments("attachment;filename = \"a.jpg\" ; x=y", "a.jpg"),
        arguments("ATTACHMENT; FileName=\"a.jpg\"", "a.jpg"),
        arguments("attachment; filename=\"a; b.jpg\"", "a; b.jpg"),
        arguments("attachment; filename=\"a \\\"b\\\".jpg\"", "a \"b\".jpg"),
        arguments("attachment; filename=\"C:\\Users\\a.jpg\"", "C:\\Users\\a.jpg"),
        arguments("attachment; filename=\"unclosed.jpg", "unclosed.jpg"),
        arguments("attachment; filename=\"\"", ""),
        arguments("form-data; name=\"file\"; filename=\"a.jpg\"", "a.jpg"),
        arguments("attachment; filename*=UTF-8''%e2%82%ac%20rates.jpg", "€ rates.jpg"),
        arguments("attachment; filename*=utf-8'de'F%C3%BCssen.jpg", "Füssen.jpg"),
        arguments("attachment; filename*=iso-8859-1''F%FCssen.jpg", "Füssen.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=UTF-8''extended.jpg", "extended.jpg"),
        arguments("attachment; filename*=UTF-8''extended.jpg; filename=\"plain.jpg\"", "extended.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=UTF-8''%zz", "plain.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=UTF-8''%F", "plain.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=UTF-8''%FF", "plain.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=EBCDIC''a", "plain.jpg"),
        arguments("attachment; filename=\"plain.jpg\"; filename*=nonsense", "plain.jpg"),
        arguments("attachment; filename=\"F\u00fcssen.jpg\"", "Füssen.jpg"),
        arguments("attachment; filename=first.jpg; filename=second.jpg", "first.jpg"),
        arguments("attachment; filename*=UTF-8''it%27s'fine.jpg", "it's'fine.jpg"));
  }

  @Test
  void utf_8_that_came_as_latin_1_is_read_as_it_was_meant() {
    String header = "attachment; filename=\"写真 ü.jpg\"";
    String asReceived = new String(header.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    assertThat(ContentDisposition.parse(asReceived).fileName()).contains("写真 ü.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "attachment", "attachment;", ";;;", "attachment; filename", "inline; =x", "=", "\"", ";\"=\""})
  void a_header_without_name_has_none(String header) {
    assertThat(ContentDisposition.parse(header).fileName()).isEmpty();
  }

  @Test
  void the_field_of_a_part_is_found() {
    assertThat(ContentDisposition.parse("form-data; name=\"file\"").name()).contains("file");
    assertThat(ContentDisposition.parse("form-data; filename=\"name=file\"").name()).isEmpty();
  }
}
