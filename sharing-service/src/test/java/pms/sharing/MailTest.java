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

  @Test
  void a_group_is_told_as_a_whole_and_who_is_in_it_and_a_member_too_is_told_once() {
    String group = "readers-" + UUID.randomUUID();
    TestUser inGroup = met(group);
    TestUser both = met(group);
    TestUser outside = met();
    UUID album = album("alice", "of the group");
    invite("alice", album, "user:" + both.name(), "contributor");
    invite("alice", album, "group:" + group, "viewer");
    add("alice", album, images(2));
    json("alice", Map.of("text", "@" + inGroup.name() + " @" + both.name() + " @" + outside.name()))
        .post("/api/albums/" + album + "/comments").then().statusCode(201);
    for (TestUser reader : List.of(inGroup, both)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" mentioned you"));
      assertThat(texts(reader)).containsOnlyOnce(" invited you to the album “of the group”").containsOnlyOnce(" added 2 pictures");
    }
    assertThat(texts(outside)).as("only a word to who may not see the album").doesNotContain("of the group");
  }

  @Test
  void who_is_given_a_single_picture_is_told_once_and_so_is_a_group() {
    String group = "grantees-" + UUID.randomUUID();
    TestUser inGroup = met(group);
    TestUser alone = met();
    UUID image = images(1).getFirst();
    String grants = "/api/images/" + image + "/grants";
    for (String subject : List.of("user:" + alone.name(), "group:" + group)) {
      json("alice", Map.of("subject", subject, "right", "view")).post(grants).then().statusCode(201);
      json("alice", Map.of("subject", subject, "right", "download")).post(grants).then().statusCode(200);
    }
    json("alice", Map.of("text", "@" + inGroup.name() + " @" + alone.name()))
        .post("/api/images/" + image + "/comments").then().statusCode(201);
    for (TestUser reader : List.of(inGroup, alone)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> texts(reader).contains(" mentioned you"));
      assertThat(texts(reader)).containsOnlyOnce(" shared a picture with you.").contains("/?image=" + image);
    }
  }

  @Test
  void an_address_that_nobody_has_called_with_gets_one_plain_invitation() throws Exception {
    String granny = granny();
    UUID album = album("alice", "For you: https://evil.example/x");
    invite("alice", album, "user:" + granny, "viewer");
    await().atMost(Duration.ofSeconds(60)).until(() -> mailbox.getMailsSentTo(granny), mails -> mails != null && !mails.isEmpty());
    as("alice").delete(members(album) + "/user:" + granny).then().statusCode(204);
    invite("alice", album, "user:" + granny, "viewer");
    UUID withdrawn = album("alice", "withdrawn");
    query(
        "INSERT INTO mail_stranger VALUES ('%s', '%s', '%s', '%s', now(), now() - interval '1 hour')"
            .formatted(ALICE, withdrawn, granny, ALICE));
    await().atMost(Duration.ofSeconds(60)).until(() -> query("SELECT 1 FROM mail_stranger WHERE due_at IS NOT NULL AND address = '" + granny + "'") == null);
    assertThat(mailbox.getMailsSentTo(granny)).hasSize(1);
    Mail mail = mailbox.getMailsSentTo(granny).getFirst();
    assertThat(mail.getText()).contains(" invited you to the album “For you https evil. example x”").contains("/?album=" + album).doesNotContain("/s/", "evil.example");
    assertThat(mail.getHtml()).isNull();
    assertThat(mail.getHeaders().get("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getTo()).containsExactly(granny);
  }

  @Test
  void who_wants_no_more_invitations_says_so_without_an_account_and_gets_none() throws Exception {
    String granny = granny();
    UUID album = album("alice", "first");
    invite("alice", album, "user:" + granny, "viewer");
    await().atMost(Duration.ofSeconds(60)).until(() -> mailbox.getMailsSentTo(granny), mails -> mails != null && !mails.isEmpty());
    String stop = mailbox.getMailsSentTo(granny).getFirst().getHeaders().get("List-Unsubscribe").getFirst().replaceAll("[<>]|https?://[^/]+", "");
    assertThat(stop).endsWith("/no-mail").doesNotContain("granny", "@");
    guest().get(stop).then().statusCode(200).header("Cache-Control", "private, no-store").header("Referrer-Policy", "no-referrer");
    assertThat(guest().get(stop).asString()).contains("<form method=\"post\">").doesNotContain("<script", granny);
    for (String wrong : List.of(stop.replace("/no-mail", "A/no-mail"), stop.replace(".", "A."), "/api/public/x/no-mail", "/api/public/" + "A".repeat(700) + ".A/no-mail")) {
      guest().post(wrong).then().statusCode(404);
    }
    assertThat(query("SELECT 1 FROM mail_stop WHERE address = sha256('" + granny + "')")).isNull();
    query("INSERT INTO mail_stranger VALUES ('%s', '%s', '%s', '%s', now(), now() + interval '1 hour')".formatted(ALICE, UUID.randomUUID(), granny, ALICE));
    guest().formParam("List-Unsubscribe", "One-Click").post(stop).then().statusCode(200);
    guest().post(stop).then().statusCode(200);
    UUID second = album("alice", "second");
    invite("alice", second, "user:" + granny, "viewer");
    assertThat(query("SELECT 1 FROM mail_stranger WHERE album_id = '" + second + "'")).isNull();
    assertThat(query("SELECT 1 FROM mail_stranger WHERE address = '" + granny + "' AND due_at IS NOT NULL")).isNull();
  }

  @Test
  void nobody_can_have_us_write_to_many_strangers_and_the_answer_does_not_tell() throws Exception {
    TestUser inviter = met();
    UUID album = UUID.fromString(
        json(inviter, Map.of("title", "spam")).post("/api/albums").then().statusCode(201).extract().path("id"));
    query(
        "INSERT INTO mail_stranger SELECT '%1$s', gen_random_uuid(), n || '@pms.example', '%1$s', now() FROM generate_series(1, 20) n"
            .formatted(inviter.id()));
    for (String address : List.of(granny(), "two@at@pms.example", "no-host@", "\"quoted\"@pms.example")) {
      json(inviter, Map.of("subject", "user:" + address, "role", "viewer")).post(members(album)).then().statusCode(201);
    }
    assertThat(query("SELECT 1 FROM mail_stranger WHERE album_id = '" + album + "'")).isNull();
  }

  private static String granny() {
    return "granny-" + UUID.randomUUID() + "@pms.example";
  }

  private static TestUser met(String... groups) {
    TestUser user = TestUsers.create(groups);
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
