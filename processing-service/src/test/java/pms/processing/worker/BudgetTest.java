package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final long MIB = 1 << 20;
  private static final long PICTURE = 384 * MIB;
  private static final long HEAP = 256 * MIB;

  @Test
  void there_is_a_worker_for_each_core_where_there_is_room() {
    assertThat(of(OptionalInt.empty(), 2, 8192)).isEqualTo(new Budget(2, PICTURE, 8192 * MIB, true));
  }

  @Test
  void there_are_fewer_where_they_would_not_fit() {
    assertThat(of(OptionalInt.empty(), 8, 2048).workers()).isEqualTo(2);
    assertThat(of(OptionalInt.empty(), 8, 1100).workers()).isEqualTo(1);
  }

  @Test
  void the_only_worker_takes_smaller_pictures_in_a_small_container() {
    Budget small = of(OptionalInt.empty(), 4, 768);
    assertThat(small).isEqualTo(new Budget(1, 128 * MIB, 768 * MIB, true));
    assertThat(of(OptionalInt.empty(), 4, 512).fits()).isFalse();
    assertThat(of(OptionalInt.empty(), 4, 512).memory()).isEqualTo(96 * MIB);
  }

  @Test
  void an_operator_has_the_last_word_and_is_told() {
    assertThat(of(OptionalInt.of(6), 2, 8192)).isEqualTo(new Budget(6, PICTURE, 8192 * MIB, true));
    assertThat(of(OptionalInt.of(6), 2, 2048)).isEqualTo(new Budget(6, PICTURE, 2048 * MIB, false));
    assertThat(of(OptionalInt.of(6), 2, 2048).toString()).endsWith("too little");
  }

  @Test
  void this_machine_has_room_for_one() {
    assertThat(Budget.here(OptionalInt.empty(), 32 * MIB).workers()).isPositive();
  }

  private static Budget of(OptionalInt wanted, int cores, long total) {
    return Budget.of(wanted, cores, PICTURE, total * MIB, HEAP);
  }
}
