package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** A1, X5: a mail address leads to no account, in whatever way its owner is asked to be one. */
@QuarkusTest
class InvitedByMailTest extends SharingTest {

  @Test
  void an_address_that_is_here_and_one_that_is_not_give_the_same_answers() {
    TestUser known = met();
    String nobody = "nobody-" + UUID.randomUUID() + "@pms.example";
    assertThat(answers(known.name() + "@pms.example", known)).isEqualTo(answers(nobody, known));
  }

  @Test
  void who_comes_for_an_invitation_by_mail_is_not_named_in_the_trail() {
    TestUser newcomer = TestUsers.create();
    UUID album = album("alice", "by mail");
    UUID image = images(1).getFirst();
    String address = "user:" + newcomer.name() + "@pms.example";
    invite("alice", album, address, "viewer");
    json("alice", Map.of("subject", address, "right", "view")).post("/api/images/" + image + "/grants").then().statusCode(201);
    as(newcomer).get("/api/albums/" + album).then().statusCode(200);
    as("alice").get("/api/albums/" + album + "/audit").then()
        .body("items.action", contains("invitation-taken", "member-added", "album-made"))
        .body("items.actor", contains(null, ALICE, ALICE));
    as("alice").get("/api/images/" + image + "/audit").then().body("items.actor", contains(null, ALICE));
    as(newcomer).delete(members(album) + "/user:me").then().statusCode(204);
    for (String list : List.of("/audit", "/activity")) {
      assertThat(as("alice").get("/api/albums/" + album + list).then().statusCode(200).extract().asString())
          .contains("member-left").doesNotContain(newcomer.id());
    }
  }

  @Test
  void who_was_invited_by_mail_owns_an_album_once_they_did_something_in_it() {
    TestUser invited = met();
    String address = "user:" + invited.name() + "@pms.example";
    UUID album = album("alice", "acts");
    invite("alice", album, address, "owner");
    as(invited).get("/api/albums/" + album).then().statusCode(200);
    handOver(album, address, 409);
    json(invited, Map.of("title", "acted")).patch("/api/albums/" + album).then().statusCode(200);
    handOver(album, address, 204);
    as("alice").delete(members(album) + "/user:me").then().statusCode(204);
    as(invited).get("/api/albums/" + album).then().body("owner", equalTo(invited.id()));
  }

  /** Of all ways to ask; what is Alice's own in them, or made for each request, is taken out. */
  private static List<String> answers(String address, TestUser known) {
    UUID album = album("alice", "asked");
    String subject = "user:" + address;
    List<String> answers = new ArrayList<>();
    answers.add(told(json("alice", Map.of("subject", subject, "role", "owner")).post(members(album)).asString(), address));
    as(known).get("/api/albums/" + album);
    answers.add(told(json("alice", Map.of("subject", subject)).post("/api/albums/" + album + "/owner").asString(), address));
    answers.add(told(as("alice").delete(members(album) + "/user:me").asString(), address));
    answers.add(told(json("alice", Map.of("role", "viewer")).patch(members(album) + "/user:alice").asString(), address));
    for (String list : List.of("", "/members", "/audit", "/activity")) {
      answers.add(told(as("alice").get("/api/albums/" + album + list).asString(), address));
    }
    return answers;
  }

  private static String told(String answer, String address) {
    assertThat(answer).isNotEmpty();
    return answer
        .replace(address, "(address)")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "(made)")
        .replaceAll("\"(trace|instance)\":\"[^\"]*\"", "")
        .replaceAll("\"\\d{4}-\\d{2}-\\d{2}T[^\"]*\"", "(time)");
  }

  private static void handOver(UUID album, String subject, int status) {
    json("alice", Map.of("subject", subject)).post("/api/albums/" + album + "/owner").then().statusCode(status);
  }

  private static TestUser met() {
    TestUser user = TestUsers.create();
    as(user).get("/api/albums").then().statusCode(200);
    return user;
  }
}
