package pms.sharing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class LimitTest {

  @Test
  void fifty_unless_asked_for_otherwise() {
    assertThat(Limit.parse(null).rows()).isEqualTo(50);
    assertThat(Limit.parse("500").rows()).isEqualTo(500);
    assertThat(Limit.parse("1").andOneMore()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "501", "-1", "1.5", "ten", "99999999999999999999", " 5", "٥"})
  void anything_but_a_number_from_1_to_500_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(Problem.class).hasMessageStartingWith("limit:");
  }
}
