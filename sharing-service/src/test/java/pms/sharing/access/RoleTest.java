package pms.sharing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

  @ParameterizedTest
  @CsvSource({
    "viewer, true, true, false, false, false",
    "contributor, true, true, true, false, false",
    "editor, true, true, true, true, false",
    "owner, true, true, true, true, true"
  })
  void a_role_gives_these_rights_in_its_album(
      String role, boolean view, boolean download, boolean contribute, boolean edit, boolean manage) {
    Role held = Role.parse(role);
    assertThat(List.of(Right.VIEW, Right.DOWNLOAD, Right.CONTRIBUTE, Right.EDIT, Right.MANAGE))
        .extracting(held::allows)
        .containsExactly(view, download, contribute, edit, manage);
  }

  @ParameterizedTest
  @EnumSource
  void a_higher_role_has_what_the_lower_has(Role role) {
    for (Role lower : Role.values()) {
      for (Right right : Right.values()) {
        if (lower.ordinal() < role.ordinal() && lower.allows(right)) {
          assertThat(role.allows(right)).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_role_is_kept_by_its_rank(Role role) {
    assertThat(Role.ofRank(role.rank())).isEqualTo(role);
    assertThat(Role.parse(role.text())).isEqualTo(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OWNER", "admin", "viewer "})
  void any_other_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Role.parse(text)).hasMessageStartingWith("role:");
  }

  @Test
  void groups_and_users_of_the_same_name_are_two() {
    assertThat(Subjects.of("family", List.of("family", "work")).all()).containsExactly("user:family", "group:family", "group:work");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void a_token_for_nobody_is_nobodys(String id) {
    assertThatThrownBy(() -> Subjects.of(id, List.of())).hasMessageContaining("token");
    assertThatThrownBy(() -> Subjects.of(null, List.of())).hasMessageContaining("token");
  }
}
