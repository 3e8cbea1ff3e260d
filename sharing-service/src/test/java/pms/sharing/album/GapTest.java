package pms.sharing.album;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {

  @ParameterizedTest
  @CsvSource({"0,2,1", "0,11,10", "-5,5,9", "7,1048583,1000", "-9007199254740992,9007199254740992,3"})
  void what_is_placed_lies_between_and_in_order(long low, long high, int items) {
    Gap gap = new Gap(low, high);
    assertThat(gap.holds(items)).isTrue();
    long[] placed = IntStream.range(0, items).mapToLong(number -> gap.position(number, items)).toArray();
    assertThat(placed).isSorted().doesNotHaveDuplicates();
    assertThat(placed[0]).isGreaterThan(low);
    assertThat(placed[items - 1]).isLessThan(high);
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "0,10,10", "3,3,1"})
  void too_narrow_is_noticed(long low, long high, int items) {
    assertThat(new Gap(low, high).holds(items)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-77,1000"})
  void at_the_ends_there_is_always_room(long end, int items) {
    assertThat(Gap.before(end, items).holds(items)).isTrue();
    assertThat(Gap.after(end, items).holds(items)).isTrue();
  }
}
