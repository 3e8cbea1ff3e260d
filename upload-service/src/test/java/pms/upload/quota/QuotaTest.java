package pms.upload.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

  @ParameterizedTest
  @CsvSource({"0, 100, 100", "40, 100, 60", "100, 100, 0", "150, 100, 0", "0, 0, 0", "0, 9223372036854775807, 9223372036854775807"})
  void the_room_is_what_is_left_and_never_negative(long used, long allowed, long room) {
    assertThat(new Quota(used, allowed, 1).room()).isEqualTo(room);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1000", "' 42 ', 42", "0, 0", "-1, 0", "'', 7", "much, 7", "1.5, 7", "99999999999999999999, 7"})
  void the_token_s_quota_counts_if_it_is_a_number_of_bytes(String claim, long bytes) {
    assertThat(Allowance.bytes(claim, 7)).isEqualTo(bytes);
  }

  @Test
  void without_a_claim_the_default_counts() {
    assertThat(Allowance.bytes(null, 7)).isEqualTo(7);
  }
}
