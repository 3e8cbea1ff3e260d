package pms.metadata.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class BucketKeyTest {

  @ParameterizedTest
  @CsvSource({"2024-02, 2024-02-01, 2024-02-29", "2021-07-03, 2021-07-03, 2021-07-03", "unknown, unknown, unknown"})
  void a_bucket_is_a_month_a_day_or_unknown(String text, String first, String last) {
    assertThat(BucketKey.parse(text)).isEqualTo(new BucketKey(text, first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2021", "2021-13", "2021-00", "2021-02-30", "2021-7", "Unknown", "2021-07-03T", "٢٠٢١-٠٧", "'--", "-2021-07"})
  void anything_else_is_refused_by_name(String text) {
    assertThatThrownBy(() -> BucketKey.parse(text))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("bucket"));
  }

  @Test
  void a_picture_belongs_to_the_day_its_clock_showed() {
    assertThat(BucketKey.dayOf(LocalDateTime.parse("2021-07-03T23:59:59"))).isEqualTo("2021-07-03");
    assertThat(BucketKey.dayOf(null)).isEqualTo("unknown");
    assertThat(BucketKey.monthOf("2021-07-03")).isEqualTo("2021-07");
  }

  @Test
  void a_cursor_comes_back_as_it_was_given_and_knows_its_day() {
    BucketCursor cursor = new BucketCursor(Instant.parse("1839-08-19T10:00:00.123456Z"), new UUID(1, 2));
    assertThat(BucketCursor.parse(cursor.toString())).isEqualTo(cursor);
    assertThat(cursor.day(BucketKey.parse("1839-08"))).isEqualTo("1839-08-19");
    assertThat(cursor.day(BucketKey.parse("unknown"))).isEqualTo("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "OTIyMzM3MjAzNjg1NDc3NTgwNy8wMTliMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE", "MS94"})
  void another_cursor_is_refused(String text) {
    assertThatThrownBy(() -> BucketCursor.parse(text))
        .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.errors().getFirst().field()).isEqualTo("before"));
  }
}
