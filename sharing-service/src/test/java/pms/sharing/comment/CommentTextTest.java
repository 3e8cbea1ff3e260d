package pms.sharing.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import pms.kit.problem.Problem;

class CommentTextTest {

  @Test
  void people_are_named_by_an_at_sign_and_mail_addresses_name_nobody() {
    assertThat(CommentText.mentions("@bob, look! (@Carol.Smith.) mail@dave.example, @@eve, ask x@y and @bob again"))
        .containsExactly("bob", "carol.smith");
    assertThat(CommentText.mentions("nobody @ all")).isEmpty();
  }

  @Test
  void no_comment_names_more_than_twenty() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      text.append(" @user").append(i);
    }
    assertThat(CommentText.mentions(text.toString())).hasSize(20);
  }

  @Test
  void four_thousand_characters_are_enough_however_wide_they_are() {
    String longest = "🔥".repeat(4_000);
    assertThat(CommentText.text(longest)).isEqualTo(longest);
    refused(longest + "x");
  }

  @Test
  void nothing_and_what_cannot_be_seen_is_refused() {
    refused(null);
    refused(" \n ");
    refused("a\u0000b");
    refused("a\ud83d");
    assertThat(CommentText.text(" two\nlines ")).isEqualTo("two\nlines");
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> CommentText.name("two\nlines"));
  }

  private static void refused(String text) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> CommentText.text(text));
  }
}
