package pms.processing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,0,0", "bytes=0-99,0,99", "bytes=10-,10,99", "bytes=10-1000,10,99", "bytes=-1,99,99", "bytes=-1000,0,99",
    "BYTES = 5 - 6,5,6", "bytes=99-99,99,99", "bytes=0-999999999999999999,0,99"
  })
  void a_single_range_is_cut_to_what_is_there(String header, long first, long last) throws Exception {
    assertThat(ByteRange.of(header, 100)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "bytes", "bytes=", "bytes=-", "items=0-1", "bytes=1-0", "bytes=0-1,3-4", "bytes=a-b", "bytes=--1", "bytes=0-1 2",
    "bytes=9999999999999999999-", "0-1"
  })
  void what_is_no_single_range_is_ignored(String header) throws Exception {
    assertThat(ByteRange.of(header, 100)).isEmpty();
  }

  @Test
  void no_header_is_the_whole() throws Exception {
    assertThat(ByteRange.of(null, 100)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
  void bytes_behind_the_end_cannot_be_had(String header) {
    assertThatThrownBy(() -> ByteRange.of(header, 100)).isInstanceOf(ByteRange.NotSatisfiable.class);
  }

  @Test
  void the_answer_says_which_bytes_of_how_many() {
    assertThat(new ByteRange(5, 9).contentRange(100)).isEqualTo("bytes 5-9/100");
    assertThat(new ByteRange(5, 9).length()).isEqualTo(5);
  }
}
