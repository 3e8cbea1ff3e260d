package pms.sharing.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTest {

  private static final String ID = "00000000-0000-4000-8000-000000000001";

  @Test
  void users_are_meant_by_name_mail_or_id_and_their_case_does_not_matter() {
    assertThat(Label.parse("subject", "user:Bob").text()).isEqualTo("user:bob");
    assertThat(Label.parse("subject", "user:Bob@Example.org").isMail()).isTrue();
    assertThat(Label.parse("subject", "user:" + ID).isId()).isTrue();
    assertThat(Label.parse("subject", "user:me").isMe()).isTrue();
    assertThat(Label.parse("subject", "group:Family").text()).isEqualTo("group:Family");
    assertThat(Label.parse("subject", "group:a@b").isMail()).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "bob", "user:", "group:", "user: bob", "user:bob ", "role:admin", "USER:bob", "user:a\u0000b", "user:\ud800"})
  void anything_else_is_refused_by_name(String text) {
    assertThatThrownBy(() -> Label.parse("subject", text)).hasMessageStartingWith("subject:");
  }

  @Test
  void too_long_is_refused() {
    assertThatThrownBy(() -> Label.parse("subject", "user:" + "x".repeat(256))).hasMessageStartingWith("subject:");
  }

  @Test
  void an_invitation_by_mail_or_id_is_not_taken_by_choosing_such_a_login_name() {
    assertThat(new Identity("1", "bob@example.org", null, null, List.of()).labels()).isEmpty();
    assertThat(new Identity("1", ID, null, null, List.of()).labels()).isEmpty();
    assertThat(new Identity("1", "me", null, null, List.of()).labels()).isEmpty();
    assertThat(new Identity("1", "bob", "bob@example.org", null, List.of()).labels()).containsExactly("user:bob", "user:bob@example.org");
  }
}
