package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** What people are told by mail, and what not. */
@QuarkusTest
class MailTest extends PublicTest {

  @Inject MockMailbox mailbox;

  @Test
  void what_happened_comes_by_mail_in_two_forms_and_nothing_that_was_written_is_markup() {
    TestUser reader = met();
    UUID album = album("alice", "<b>Rome " + reader.name());
    invite("alice", album, "user:" + reader.name(), "contributor");
    await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" invited you to the album “<b>Rome"));
    add("alice", album, images(2));
    await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" added 2 pictures to the album"));
    json("alice", Map.of("text", "Look, @" + reader.name())).post("/api/albums/" + album + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" mentioned you in a comment on the album"));
    json(reader, Map.of("text", "Lovely")).post("/api/albums/" + album + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> sent("alice").stream().anyMatch(mail -> mail.getText().contains(" commented on the album “<b>Rome " + reader.name())));
    for (Mail mail : sent(reader)) {
      assertThat(mail.getText()).contains("/?album=" + album);
      assertThat(mail.getHtml()).contains("&lt;b&gt;Rome").doesNotContain("<b>");
      assertThat(mail.getText() + mail.getHtml() + mail.getSubject()).doesNotContain("/s/", "Look,", "Bearer");
    }
  }

  @Test
  void who_does_not_want_to_be_told_is_not() {
    TestUser reader = met();
    UUID album = album("alice", "quiet");
    as(reader).get("/api/notifications/settings").then().statusCode(200).body("pictures", equalTo(true));
    json(reader, Map.of("pictures", false, "invitations", false)).patch("/api/notifications/settings").then().statusCode(200)
        .body("pictures", equalTo(false)).body("mentions", equalTo(true));
    json(reader, Map.of("telegrams", false)).patch("/api/notifications/settings").then().statusCode(400);
    invite("alice", album, "user:" + reader.name(), "viewer");
    add("alice", album, images(1));
    json("alice", Map.of("text", "@" + reader.name())).post("/api/albums/" + album + "/comments").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" mentioned you"));
    assertThat(texts(reader)).doesNotContain("invited", "added");
  }

  @Test
  void what_was_collected_is_one_mail_and_tells_nothing_of_what_its_reader_may_not_see_any_more() throws Exception {
    TestUser reader = met();
    UUID seen = album("alice", "still seen");
    UUID lost = album("alice", "lost album");
    json(reader, Map.of("invitations", false)).patch("/api/notifications/settings").then().statusCode(200);
    invite("alice", seen, "user:" + reader.name(), "viewer");
    query(
        """
        INSERT INTO mail_due (person_id, id, kind, actor, album_id, image_id, amount, at)
        SELECT '%s', gen_random_uuid(), k, '%s', CAST(a AS uuid), NULL, 3, now() - interval '1 hour'
          FROM unnest(ARRAY['pictures','pictures','mentions']) k, unnest(ARRAY['%s','%s']) a
        """.formatted(reader.id(), ALICE, seen, lost));
    await().atMost(Duration.ofSeconds(60)).until(() -> !sent(reader).isEmpty());
    assertThat(sent(reader)).hasSize(1);
    assertThat(texts(reader)).contains(" added 6 pictures to the album “still seen”", " mentioned you").doesNotContain("lost album");
    assertThat(query("SELECT 1 FROM mail_due WHERE person_id = '" + reader.id() + "'")).isNull();
  }

  private static TestUser met() {
    TestUser user = TestUsers.create();
    as(user).get("/api/albums").then().statusCode(200);
    return user;
  }

  private List<Mail> sent(TestUser user) {
    return sent(user.name());
  }

  private List<Mail> sent(String name) {
    return Objects.requireNonNullElse(mailbox.getMailsSentTo(name + "@pms.example"), List.of());
  }

  private String texts(TestUser user) {
    return sent(user).stream().map(Mail::getText).collect(Collectors.joining("\n"));
  }
}
