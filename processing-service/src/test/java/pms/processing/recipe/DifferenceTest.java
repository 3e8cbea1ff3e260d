package pms.processing.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pms.processing.render.Operation;
import pms.processing.render.Operation.Adjust;
import pms.processing.render.Operation.Axis;
import pms.processing.render.Operation.Crop;
import pms.processing.render.Operation.Flip;
import pms.processing.render.Operation.Rotate;

class DifferenceTest {

  private static final Operation CROP = new Crop(0, 0, 10, 10);
  private static final Operation TURN = new Rotate(90);
  private static final Operation FLIP = new Flip(Axis.VERTICAL);
  private static final Operation LIGHT = new Adjust(10, 0, 0);

  @Test
  void what_both_do_is_kept() {
    assertThat(steps(List.of(CROP, TURN), List.of(CROP, TURN))).containsExactly("kept crop", "kept rotate");
    assertThat(steps(List.of(), List.of())).isEmpty();
  }

  @Test
  void what_only_one_does_is_removed_or_added() {
    assertThat(steps(List.of(), List.of(CROP))).containsExactly("added crop");
    assertThat(steps(List.of(CROP), List.of())).containsExactly("removed crop");
    assertThat(steps(List.of(CROP, TURN, FLIP), List.of(CROP, LIGHT, FLIP)))
        .containsExactly("kept crop", "removed rotate", "added adjust", "kept flip");
  }

  @Test
  void a_changed_number_is_another_operation() {
    assertThat(steps(List.of(TURN), List.of(new Rotate(91)))).containsExactly("removed rotate", "added rotate");
  }

  @Test
  void as_few_changes_as_possible() {
    assertThat(steps(List.of(LIGHT, CROP, TURN), List.of(CROP, TURN, LIGHT)))
        .containsExactly("removed adjust", "kept crop", "kept rotate", "added adjust");
  }

  private static List<String> steps(List<Operation> one, List<Operation> other) {
    return Difference.between(new Recipe(one), new Recipe(other)).stream()
        .map(step -> step.change() + " " + step.operation().get("op").asText())
        .toList();
  }
}
