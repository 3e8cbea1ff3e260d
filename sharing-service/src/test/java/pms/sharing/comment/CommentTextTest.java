package pms.sharing.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(strings = {"A\u202eB", "A\u2066B", "A\u200bB", "\ufeffA", "A\u2028B", "A\r\nB"})
  void a_name_that_reads_otherwise_than_it_is_written_is_refused(String name) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> CommentText.name(name));
  }

  @Test
  void nothing_turns_the_direction_of_reading_and_scripts_are_written_as_they_are() {
    refused("a\u202egnp.exe");
    refused("a\u2067b");
    for (String fine : List.of("\u05e9\u200f!", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\ud83d\udc69\u200d\ud83d\udcbb")) {
      assertThat(CommentText.text(fine)).isEqualTo(fine);
    }
    assertThat(CommentText.name("\u0645\u06cc\u200c\u062e")).isEqualTo("\u0645\u06cc\u200c\u062e");
  }

  private static void refused(String text) {
    assertThatExceptionOfType(Problem.class).isThrownBy(() -> CommentText.text(text));
  }
}
