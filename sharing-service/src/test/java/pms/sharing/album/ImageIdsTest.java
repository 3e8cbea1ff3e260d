package pms.sharing.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;

class ImageIdsTest {

  private static final String FIRST = "01980000-0000-7000-8000-000000000001";
  private static final String SECOND = "01980000-0000-7000-8000-000000000002";

  @Test
  void ids_keep_their_order_and_are_taken_once() {
    assertThat(ImageIds.required(new ImageIds(List.of(SECOND, FIRST, SECOND))))
        .containsExactly(UUID.fromString(SECOND), UUID.fromString(FIRST));
  }

  @Test
  void the_wrong_one_is_named_by_its_place() {
    for (String wrong : Arrays.asList("x", null, "1-1-1-1-1", FIRST + "0", "")) {
      assertThatThrownBy(() -> ImageIds.required(new ImageIds(Arrays.asList(FIRST, wrong))))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("ids[1]:");
    }
  }

  @Test
  void none_and_too_many_are_refused() {
    assertThatThrownBy(() -> ImageIds.required(null)).hasMessageStartingWith("ids:");
    assertThatThrownBy(() -> ImageIds.required(new ImageIds(null))).hasMessageStartingWith("ids:");
    assertThatThrownBy(() -> ImageIds.required(new ImageIds(List.of()))).hasMessageStartingWith("ids:");
    assertThatThrownBy(() -> ImageIds.required(new ImageIds(Collections.nCopies(1_001, FIRST)))).hasMessageContaining("1000");
    assertThat(ImageIds.required(new ImageIds(Collections.nCopies(1_000, FIRST)))).hasSize(1);
  }

  @Test
  void what_is_missing_is_named_by_every_place_it_stands_in_and_reads_like_any_404() {
    Problem problem = new ImageIds(List.of(FIRST, SECOND, FIRST)).notThere(Set.of(UUID.fromString(FIRST)));
    assertThat(problem.errors()).extracting(FieldError::field).containsExactly("ids[0]", "ids[2]");
    assertThat(problem.status()).isEqualTo(404);
    assertThat(problem.getMessage()).isEqualTo(Problem.notFound().getMessage());
  }
}
