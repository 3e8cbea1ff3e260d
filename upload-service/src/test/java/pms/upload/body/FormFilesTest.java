package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class FormFilesTest {

  private static final String FILE = "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n";

  @Test
  void the_part_file_is_found_behind_other_parts() throws IOException {
    IncomingFile file = form(part("Content-Disposition: form-data; name=\"album\"\r\n", "x"), part(FILE, "picture"));
    assertThat(file.fileName()).contains("a.jpg");
    assertThat(read(file)).isEqualTo("picture");
    file.end();
  }

  @Test
  void small_parts_behind_the_file_are_passed_over() throws IOException {
    IncomingFile file = form(part(FILE, "picture"), part("Content-Disposition: form-data; name=\"note\"\r\n", "hello"));
    assertThat(read(file)).isEqualTo("picture");
    file.end();
  }

  @Test
  void a_second_file_is_refused_and_not_lost() throws IOException {
    IncomingFile file = form(part(FILE, "one"), part(FILE, "two"));
    assertThat(read(file)).isEqualTo("one");
    assertThatThrownBy(file::end).isInstanceOf(Problem.class).hasMessageContaining("second part");
  }

  @Test
  void a_form_without_file_is_refused() {
    assertThatThrownBy(() -> form(part("Content-Disposition: form-data; name=\"image\"\r\n", "x")))
        .isInstanceOf(Problem.class)
        .hasMessageStartingWith("file: ");
  }

  @Test
  void a_large_other_part_is_refused() {
    String large = "x".repeat(70_000);
    assertThatThrownBy(() -> form(part("Content-Disposition: form-data; name=\"x\"\r\n", large), part(FILE, "p")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void many_parts_are_refused() {
    String[] parts = new String[40];
    Arrays.fill(parts, part("Content-Disposition: form-data; name=\"x\"\r\n", "x"));
    assertThatThrownBy(() -> form(parts)).isInstanceOf(Problem.class);
  }

  @Test
  void an_endless_part_header_is_refused() {
    assertThatThrownBy(() -> form(part("X: " + "x".repeat(20_000) + "\r\n", "x"))).isInstanceOf(IOException.class);
  }

  @Test
  void a_part_that_declares_another_type_is_refused() {
    assertThatThrownBy(() -> form(part(FILE + "Content-Type: text/html\r\n", "x")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("text/html");
  }

  @Test
  void the_checksum_stands_in_the_part() throws IOException {
    String digest = "Repr-Digest: sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:\r\n";
    assertThat(form(part(FILE + digest, "x")).expected()).isPresent();
  }

  @Test
  void folded_headers_are_one_line() throws IOException {
    IncomingFile file = form(part("Content-Disposition: form-data;\r\n name=\"file\";\r\n\tfilename=\"b.jpg\"\r\n", "x"));
    assertThat(file.fileName()).contains("b.jpg");
  }

  @Test
  void binary_content_with_dashes_and_line_ends_comes_through_unchanged() throws IOException {
    byte[] noise = new byte[300_000];
    new Random(7).nextBytes(noise);
    String content = new String(noise, StandardCharsets.ISO_8859_1) + "\r\n--\r\n--xyz\r\n-";
    IncomingFile file = form(part(FILE, content));
    assertThat(read(file)).isEqualTo(content);
    file.end();
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 10, 12, 16, 20, 40, 60, 80, 90})
  void a_form_that_breaks_off_is_an_error_wherever_it_does(int missing) {
    String whole = body(part(FILE, "picture"));
    assertThatThrownBy(() -> {
      IncomingFile file = open(whole.substring(0, whole.length() - missing));
      read(file);
      file.end();
    }).isInstanceOfAny(IOException.class, Problem.class);
  }

  private static IncomingFile form(String... parts) throws IOException {
    return open(body(parts));
  }

  private static IncomingFile open(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    return FormFiles.of("xyzzy", new ByteArrayInputStream(bytes), bytes.length, true).one();
  }

  private static String body(String... parts) {
    return String.join("", parts) + "--xyzzy--\r\n";
  }

  private static String part(String headers, String content) {
    return "--xyzzy\r\n" + headers + "\r\n" + content + "\r\n";
  }

  private static String read(IncomingFile file) throws IOException {
    return new String(file.content().readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
