package pms.upload.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.upload.format.Head;
import pms.upload.format.Samples;
import pms.upload.quota.Quota;

class RulesTest {

  private static final PictureRules RULES = new PictureRules(1 << 28);
  private static final String HASH = "5f8f04f6a3a892aaabbddb6cf273894493773960d4a325b105fee46eef4304f1";

  @ParameterizedTest
  @CsvSource({"0, 0", "10, 0", "11, 413", "9, 0"})
  void a_file_above_the_limit_is_too_large(long bytes, int status) {
    assertStatus(() -> new SizeLimit(10, new Quota(0, 100, 0)).check(bytes), status);
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "5, 0", "6, 507", "11, 413"})
  void a_file_without_room_exceeds_the_quota(long bytes, int status) {
    assertStatus(() -> new SizeLimit(10, new Quota(95, 100, 3)).check(bytes), status);
  }

  @ParameterizedTest
  @CsvSource({"16384, 16384, 0", "16384, 16385, 422", "30000, 30000, 422", "268435456, 1, 0", "2147483647, 2147483647, 422"})
  void the_header_alone_shows_a_bomb(int width, int height, int status) {
    assertStatus(() -> RULES.check(Head.of(Samples.pngHeader(width, height), true)), status);
  }

  @Test
  void a_bomb_is_refused_naming_width_and_height() {
    assertThatThrownBy(() -> RULES.check(Head.of(Samples.pngHeader(30_000, 30_000), true)))
        .asInstanceOf(type(Problem.class))
        .satisfies(problem -> assertThat(problem.errors()).extracting(FieldError::field).containsExactly("width", "height"));
  }

  @Test
  void a_text_is_refused_saying_what_was_seen() {
    assertThatThrownBy(() -> RULES.check(Head.of("hello".getBytes(), true)))
        .hasMessage("file: is text, not a picture we can take");
  }

  @Test
  void hashes_may_be_written_in_upper_case() {
    assertThat(CheckRequest.hashes(new CheckRequest(List.of(HASH.toUpperCase())))).containsExactly(HASH);
  }

  @Test
  void each_bad_hash_is_named() {
    assertThatThrownBy(() -> CheckRequest.hashes(new CheckRequest(Arrays.asList(HASH, "x", null))))
        .asInstanceOf(type(Problem.class))
        .satisfies(p -> assertThat(p.errors()).extracting(FieldError::field).containsExactly("sha256[1]", "sha256[2]"));
  }

  @Test
  void too_many_hashes_or_none_are_refused() {
    assertStatus(() -> CheckRequest.hashes(new CheckRequest(Collections.nCopies(5001, HASH))), 400);
    assertStatus(() -> CheckRequest.hashes(new CheckRequest(List.of())), 400);
    assertStatus(() -> CheckRequest.hashes(new CheckRequest(null)), 400);
    assertStatus(() -> CheckRequest.hashes(null), 400);
    assertStatus(() -> CheckRequest.hashes(new CheckRequest(Collections.nCopies(5000, HASH))), 0);
  }

  @ParameterizedTest
  @CsvSource({"16, 2", "192, 8", "256, 10", "512, 21", "768, 32", "8192, 32"})
  void as_many_uploads_run_as_the_heap_has_room_for(long megabytes, int turns) {
    assertThat(Turns.forHeap(megabytes << 20)).isEqualTo(turns);
  }

  @Test
  void an_object_key_tells_owner_and_image() {
    assertThat(OriginalKey.parse("originals/o1/01890000-0000-7000-8000-000000000001").orElseThrow().text())
        .isEqualTo("originals/o1/01890000-0000-7000-8000-000000000001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "originals/o1", "originals/o1/x", "originals/o1/01890000-0000-7000-8000-000000000001/x", "renditions/o1/1/small.jpg",
        "originals/a/b/01890000-0000-7000-8000-000000000001", ""
      })
  void what_we_did_not_put_there_is_no_key_of_ours(String key) {
    assertThat(OriginalKey.parse(key)).isEmpty();
  }

  private static void assertStatus(Runnable check, int status) {
    if (status == 0) {
      check.run();
      return;
    }
    assertThatThrownBy(check::run).asInstanceOf(type(Problem.class)).extracting(Problem::status).isEqualTo(status);
  }
}
