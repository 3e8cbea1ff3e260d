package pms.metadata.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BucketCursorTest {

  /** Else a first page would be looked for from the newest picture of the library on. */
  @Test
  void a_bucket_is_read_from_its_own_last_day_on() {
    BucketCursor start = BucketCursor.parse(null);
    assertThat(start.day(BucketKey.parse("2021-07"))).isEqualTo("2021-07-31");
    assertThat(start.day(BucketKey.parse("2021-07-03"))).isEqualTo("2021-07-03");
    assertThat(start.day(BucketKey.parse("unknown"))).isEqualTo("unknown");
  }

  @Test
  void a_page_goes_on_at_the_day_where_the_last_one_ended() {
    BucketCursor behind = new BucketCursor(Instant.parse("2021-07-12T10:00:00Z"), UUID.randomUUID());
    assertThat(BucketCursor.parse(behind.toString()).day(BucketKey.parse("2021-07"))).isEqualTo("2021-07-12");
    assertThat(behind.day(BucketKey.parse("2021-06"))).isEqualTo("2021-06-30");
  }
}
