package pms.upload.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class UploadHeadersTest {

  private static final String ONE = "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:";
  private static final String OTHER = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";

  @ParameterizedTest
  @ValueSource(
      strings = {"image/jpeg", "IMAGE/PNG", "image/anything", "image/jpeg; q=1", "application/octet-stream", " image/x ", ""})
  void a_picture_may_be_declared_as(String type) {
    headers(Map.of("Content-Type", type)).refuseOtherThanPictures();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html", "text/plain;charset=utf-8", "application/json", "application/x-www-form-urlencoded", "application/pdf",
        "video/mp4", "multipart/mixed", "nonsense"
      })
  void what_is_declared_as_no_picture_is_refused(String type) {
    assertThatThrownBy(() -> headers(Map.of("Content-Type", type)).refuseOtherThanPictures())
        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(415))
        .satisfies(problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("Content-Type"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "deflate"})
  void a_packed_body_is_refused(String coding) {
    assertThatThrownBy(() -> headers(Map.of("Content-Encoding", coding)).refuseOtherThanPictures())
        .hasMessageStartingWith("Content-Encoding");
  }

  @Test
  void either_digest_header_vouches() {
    assertThat(headers(Map.of("Repr-Digest", ONE)).expected()).get().extracting(IncomingFile.Expected::field).isEqualTo("Repr-Digest");
    assertThat(headers(Map.of("Content-Digest", ONE)).expected()).isPresent();
    assertThat(headers(Map.of("Repr-Digest", ONE, "Content-Digest", ONE)).expected()).isPresent();
    assertThat(headers(Map.of()).expected()).isEmpty();
  }

  @Test
  void two_digests_that_differ_are_refused() {
    assertThatThrownBy(() -> headers(Map.of("Repr-Digest", ONE, "Content-Digest", OTHER)).expected())
        .hasMessageStartingWith("Content-Digest: ");
  }

  @Test
  void a_malformed_digest_names_its_header() {
    assertThatThrownBy(() -> headers(Map.of("Content-Digest", "x")).expected()).hasMessageStartingWith("Content-Digest: ");
  }

  private static UploadHeaders headers(Map<String, String> values) {
    return new UploadHeaders(values::get);
  }
}
