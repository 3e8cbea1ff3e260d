package pms.sharing.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pms.sharing.access.ImageFacts.State;

/** Every combination there is, against a table written by hand. A1 */
class ImageFactsTest {

  private static final Set<Right> SEE = Set.of(Right.VIEW, Right.DOWNLOAD);
  private static final Set<Right> SEE_AND_EDIT = Set.of(Right.VIEW, Right.DOWNLOAD, Right.EDIT);

  /** What a role in an album gives to its pictures. */
  private static final Map<String, Set<Right>> BY_ROLE =
      Map.of("none", Set.of(), "VIEWER", SEE, "CONTRIBUTOR", SEE, "EDITOR", SEE_AND_EDIT, "OWNER", SEE_AND_EDIT);

  private static final Map<String, Set<Right>> BY_LEVEL =
      Map.of("none", Set.of(), "VIEW", Set.of(Right.VIEW), "DOWNLOAD", SEE, "EDIT", SEE_AND_EDIT);

  static Stream<Arguments> everything() {
    List<Arguments> rows = new ArrayList<>();
    for (boolean own : new boolean[] {true, false}) {
      for (State state : State.values()) {
        for (String role : BY_ROLE.keySet()) {
          for (String level : BY_LEVEL.keySet()) {
            for (Right right : Right.values()) {
              rows.add(Arguments.of(own, state, role, level, right));
            }
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("everything")
  void the_decision_is_the_tables(boolean own, State state, String role, String level, Right right) {
    boolean others = BY_ROLE.get(role).contains(right) || BY_LEVEL.get(level).contains(right);
    boolean expected = state == State.LIVE && (own || others) || state == State.TRASHED && own;
    assertThat(facts(own, state, role, level).allow(right)).isEqualTo(expected);
  }

  @Test
  void the_table_has_hundreds_of_rows() {
    assertThat(everything()).hasSize(2 * 3 * 5 * 4 * 5);
  }

  private static ImageFacts facts(boolean own, State state, String role, String level) {
    return new ImageFacts(
        own,
        state,
        role.equals("none") ? Optional.empty() : Optional.of(Role.valueOf(role)),
        level.equals("none") ? Optional.empty() : Optional.of(Level.valueOf(level)));
  }
}
