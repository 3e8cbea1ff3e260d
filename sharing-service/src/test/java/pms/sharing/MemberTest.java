package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.AlbumChanged;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

@QuarkusTest
class MemberTest extends SharingTest {

  @Test
  void what_is_taken_away_is_gone_with_the_answer() {
    UUID album = album("alice", "revoked");
    UUID image = images(1).getFirst();
    add("alice", album, List.of(image));
    for (String subject : List.of("user:bob", "group:family")) {
      assertThat(mayView("bob", image)).isFalse();
      invite("alice", album, subject, "viewer");
      assertThat(mayView("bob", image)).isTrue();
      as("alice").delete(members(album) + "/" + subject).then().statusCode(204);
      assertThat(mayView("bob", image)).isFalse();
      as("bob").get("/api/albums/" + album).then().statusCode(404);
    }
  }

  @Test
  void one_leaves_by_ones_own_name_or_id_as_well() {
    UUID album = album("alice", "left by name");
    for (String own : List.of("user:bob", "user:" + BOB)) {
      invite("alice", album, "user:bob", "viewer");
      as("bob").delete(members(album) + "/user:alice").then().statusCode(403);
      as("bob").delete(members(album) + "/" + own).then().statusCode(204);
      as("bob").get("/api/albums/" + album).then().statusCode(404);
    }
  }

  @Test
  void a_removed_member_is_the_only_one_who_loses() {
    UUID album = album("alice", "exactly");
    UUID image = images(1).getFirst();
    add("alice", album, List.of(image));
    invite("alice", album, "user:bob", "viewer");
    invite("alice", album, "user:carol", "viewer");
    as("bob").delete(members(album) + "/user:me").then().statusCode(204);
    assertThat(mayView("bob", image)).isFalse();
    assertThat(mayView("carol", image)).isTrue();
    assertThat(mayView("alice", image)).isTrue();
  }

  @Test
  void who_leaves_a_group_of_members_stays_out_and_the_group_stays_in() {
    UUID album = album("carol", "group stays");
    invite("carol", album, "group:family", "viewer");
    invite("carol", album, "user:bob", "editor");
    as("bob").delete(members(album) + "/user:me").then().statusCode(204);
    as("bob").get("/api/albums/" + album).then().statusCode(200).body("role", equalTo("viewer"));
    as("alice").get("/api/albums/" + album).then().statusCode(200).body("role", equalTo("viewer"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"user:%s", "user:%s@pms.example", "user:%S"})
  void who_was_invited_before_they_ever_came_finds_the_album_when_they_come(String how) {
    UUID album = album("alice", "awaits");
    UUID image = images(1).getFirst();
    add("alice", album, List.of(image));
    TestUser newcomer = TestUsers.create();
    invite("alice", album, how.formatted(newcomer.name()), "editor");
    json("alice", Map.of("subject", how.formatted(newcomer.name()), "right", "view")).post("/api/images/" + image + "/grants").then()
        .statusCode(201);
    assertThat(viewers(album)).containsExactly("user:" + ALICE);

    as(newcomer).get("/internal/access/" + image + "?right=edit").then().body("allowed", equalTo(true));
    as(newcomer).get("/api/albums").then().body("items.find { it.id == '" + album + "' }.role", equalTo("editor"));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(viewers(album)).containsExactlyInAnyOrder("user:" + ALICE, "user:" + newcomer.id()));
    as("alice").delete(members(album) + "/" + how.formatted(newcomer.name())).then().statusCode(204);
    as(newcomer).get("/internal/access/" + image + "?right=view").then().body("allowed", equalTo(true));
    as(newcomer).get("/internal/access/" + image + "?right=edit").then().body("allowed", equalTo(false));
  }

  @Test
  void an_invitation_and_a_first_call_at_the_same_moment_do_not_miss_each_other() throws Exception {
    for (int round = 0; round < 4; round++) {
      UUID album = album("alice", "at once");
      TestUser newcomer = TestUsers.create();
      newcomer.token();
      List<Integer> answers =
          together(
              List.of(
                  () -> json("alice", Map.of("subject", "user:" + newcomer.name(), "role", "viewer")).post(members(album)).statusCode(),
                  () -> as(newcomer).get("/api/albums").statusCode(),
                  () -> as(newcomer).get("/internal/access/" + UUID.randomUUID()).statusCode()));
      assertThat(answers).containsExactly(201, 200, 200);
      as(newcomer).get("/api/albums/" + album).then().statusCode(200);
    }
  }

  @Test
  void a_members_name_is_shown_and_a_mail_address_only_to_owners() {
    UUID album = album("alice", "who is here");
    as("bob").get("/api/albums");
    invite("alice", album, "user:bob", "viewer");
    invite("alice", album, "user:carol@pms.example", "viewer");
    as("carol").get("/api/albums").then().statusCode(200);
    as("alice").get(members(album)).then()
        .body("items.subject", contains("user:alice", "user:bob", "user:carol@pms.example"))
        .body("items.name", contains("Alice Adams", "Bob Brown", null))
        .body("items.role", contains("owner", "viewer", "viewer"));
    as("bob").get(members(album)).then().body("items.subject", contains("user:alice", "user:bob", "user:…"));
    as("bob").get("/api/albums/" + album + "/activity").then().body("items.subject", hasItem("user:…"));
  }

  @Test
  void somebody_who_exists_and_somebody_who_does_not_are_invited_alike() {
    UUID album = album("alice", "no oracle");
    TestUser real = TestUsers.create();
    as(real).get("/api/albums").then().statusCode(200);
    var known = json("alice", Map.of("subject", "user:" + real.name() + "@pms.example", "role", "viewer")).post(members(album));
    var unknown = json("alice", Map.of("subject", "user:nobody-at-all@pms.example", "role", "viewer")).post(members(album));
    assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(201);
    assertThat(known.jsonPath().getMap("").keySet()).isEqualTo(unknown.jsonPath().getMap("").keySet());
  }

  @Test
  void inviting_again_changes_the_role_and_makes_no_second_member() {
    UUID album = album("alice", "again");
    invite("alice", album, "user:bob", "viewer");
    json("alice", Map.of("subject", "user:bob", "role", "editor")).post(members(album)).then().statusCode(200).body("role", equalTo("editor"));
    as("alice").get(members(album)).then().body("items.subject", contains("user:alice", "user:bob"));
    json("alice", Map.of("role", "contributor")).patch(members(album) + "/user:bob").then().statusCode(200);
    as("bob").get("/api/albums/" + album).then().body("role", equalTo("contributor"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":\"bob\",\"role\":\"viewer\"}|subject", "{\"role\":\"viewer\"}|subject", "{\"subject\":\"user:bob\"}|role",
        "{\"subject\":\"user:bob\",\"role\":\"god\"}|role", "{\"subject\":\"group:family\",\"role\":\"owner\"}|role",
        "{\"subject\":\"user:me\",\"role\":\"viewer\"}|subject", "{\"subject\":\"user:bob\",\"role\":\"viewer\",\"owner\":\"x\"}|owner"
      })
  void a_wrong_invitation_is_refused_by_the_name_of_its_field(String body, String field) {
    UUID album = album("alice", "wrong");
    as("alice").contentType(ContentType.JSON).body(body).post(members(album)).then().statusCode(400).body("errors.field", contains(field));
    as("alice").get(members(album)).then().body("items.subject", contains("user:alice"));
  }

  @Test
  void the_last_owner_stays_in_whatever_way_they_try_to_go() {
    UUID album = album("alice", "last");
    invite("alice", album, "user:somebody-who-never-came", "owner");
    as("alice").delete(members(album) + "/user:me").then().statusCode(409).body("type", equalTo("urn:pms:problem:last-owner"));
    as("alice").delete(members(album) + "/user:alice").then().statusCode(409);
    json("alice", Map.of("role", "viewer")).patch(members(album) + "/user:alice").then().statusCode(409);
    json("alice", Map.of("subject", "user:alice", "role", "viewer")).post(members(album)).then().statusCode(409);
    as("alice").get("/api/albums/" + album).then().body("role", equalTo("owner"));
  }

  /** A11 */
  @Test
  void of_two_owners_who_leave_at_once_one_stays() throws Exception {
    as("bob").get("/api/albums");
    for (int round = 0; round < 10; round++) {
      UUID album = album("alice", "race");
      invite("alice", album, "user:bob", "owner");
      List<Integer> answers =
          together(
              List.of(
                  () -> as("alice").delete(members(album) + "/user:me").statusCode(),
                  () -> as("bob").delete(members(album) + "/user:me").statusCode()));
      assertThat(answers).containsExactlyInAnyOrder(204, 409);
      String left = answers.getFirst() == 409 ? "alice" : "bob";
      as(left).get("/api/albums/" + album).then()
          .body("role", equalTo("owner"))
          .body("owner", equalTo(left.equals("alice") ? ALICE : BOB));
    }
  }

  @Test
  void an_album_is_handed_over_and_its_old_owner_stays_as_an_editor() {
    UUID album = album("alice", "handed over");
    as("bob").get("/api/albums");
    invite("alice", album, "user:bob", "viewer");
    invite("alice", album, "user:never-came", "viewer");
    owner(album, "alice", "user:stranger").then().statusCode(400).body("errors.field", contains("subject"));
    owner(album, "alice", "user:never-came").then().statusCode(409);
    owner(album, "alice", "group:family").then().statusCode(400);
    owner(album, "alice", "user:bob").then().statusCode(204);
    as("bob").get("/api/albums/" + album).then().body("role", equalTo("owner")).body("owner", equalTo(BOB));
    as("alice").get("/api/albums/" + album).then().body("role", equalTo("editor"));
    owner(album, "alice", "user:alice").then().statusCode(403);
    as("alice").delete("/api/albums/" + album).then().statusCode(403);
    as("alice").delete(members(album) + "/user:me").then().statusCode(204);
    as("bob").get("/api/albums/" + album).then().statusCode(200).body("parent", nullValue());
  }

  @Test
  void members_come_in_pages() {
    UUID album = album("alice", "many members");
    for (int i = 0; i < 5; i++) {
      invite("alice", album, "group:team-" + i, "viewer");
    }
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      var request = as("alice").queryParam("limit", 2);
      var page = (next == null ? request : request.queryParam("after", next)).get(members(album)).then().statusCode(200);
      seen.addAll(page.extract().path("items.subject"));
      next = page.extract().path("next");
    } while (next != null);
    assertThat(seen).containsExactly("user:alice", "group:team-0", "group:team-1", "group:team-2", "group:team-3", "group:team-4");
  }

  private static Response owner(UUID album, String user, String subject) {
    return json(user, Map.of("subject", subject)).post("/api/albums/" + album + "/owner");
  }

  private static List<String> viewers(UUID album) {
    return ((AlbumChanged) await().atMost(Duration.ofSeconds(60)).until(() -> AlbumEvents.of(album), events -> !events.isEmpty()).getLast()).viewers();
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
    List<T> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<T> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }
}
