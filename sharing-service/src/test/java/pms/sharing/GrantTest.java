package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.AccessEvent;
import pms.contracts.GrantRevoked;
import pms.contracts.Ids;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;
import pms.platform.test.Tokens;

@QuarkusTest
class GrantTest extends SharingTest {

  @ParameterizedTest
  @CsvSource({"view, true, false, false", "download, true, true, false", "edit, true, true, true"})
  void each_right_includes_the_ones_before_and_nothing_more(String right, boolean view, boolean download, boolean edit) {
    UUID image = images(1).getFirst();
    give("alice", image, "user:carol", right).then().statusCode(201).body("right", equalTo(right)).body("subject", equalTo("user:carol"));
    assertThat(List.of(may("carol", image, "view"), may("carol", image, "download"), may("carol", image, "edit")))
        .containsExactly(view, download, edit);
    assertThat(may("bob", image, "view")).isFalse();
  }

  @Test
  void a_group_is_granted_to_and_what_is_revoked_is_gone_with_the_answer() {
    UUID image = images(1).getFirst();
    String grant = give("alice", image, "group:family", "view").then().statusCode(201).extract().path("id");
    assertThat(may("bob", image, "view")).isTrue();
    assertThat(may("carol", image, "view")).isFalse();
    as("alice").delete(grants(image) + "/" + grant).then().statusCode(204);
    assertThat(may("bob", image, "view")).isFalse();
    as("alice").delete(grants(image) + "/" + grant).then().statusCode(404);
    as("alice").get(grants(image)).then().body("items", empty());
  }

  @Test
  void the_others_hear_who_may_see_the_image_and_which_grant_ended() {
    UUID image = images(1).getFirst();
    UUID album = album("alice", "with grants");
    as("bob").get("/api/albums");
    UUID grant = UUID.fromString(give("alice", image, "user:bob", "download").path("id"));
    add("alice", album, List.of(image));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      ImageAccessChanged now = last(image);
      assertThat(now.owner()).isEqualTo(ALICE);
      assertThat(now.viewers()).containsExactly("user:" + BOB);
      assertThat(now.albums()).containsExactly(album);
    });
    give("alice", image, "user:bob", "view").then().statusCode(200).body("right", equalTo("view"));
    as("alice").delete("/api/albums/" + album).then().statusCode(204);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      assertThat(last(image).viewers()).containsExactly("user:" + BOB);
      assertThat(last(image).albums()).isEmpty();
    });
    List<AccessEvent> heard = AccessEvents.of(image);
    assertThat(heard).filteredOn(GrantRevoked.class::isInstance).singleElement()
        .isInstanceOfSatisfying(GrantRevoked.class, revoked -> assertThat(revoked.grantId()).isEqualTo(grant));
    assertThat(heard.stream().filter(ImageAccessChanged.class::isInstance).map(event -> ((ImageAccessChanged) event).revision()).toList())
        .isSorted().doesNotHaveDuplicates();
  }

  @Test
  void who_was_granted_before_they_ever_came_sees_it_when_they_come() {
    UUID image = images(1).getFirst();
    TestUser newcomer = TestUsers.create();
    give("alice", image, "user:" + newcomer.name() + "@pms.example", "view").then().statusCode(201).body("name", nullValue());
    as(newcomer).get("/internal/access/" + image).then().body("allowed", equalTo(true));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(last(image).viewers()).containsExactly("user:" + newcomer.id()));
    as("alice").get(grants(image)).then().body("items.name", contains((Object) null));
  }

  @Test
  void what_is_in_the_trash_is_its_owners_alone_and_what_is_purged_nobodys() {
    UUID image = images(1).getFirst();
    UUID album = album("alice", "life");
    add("alice", album, List.of(image));
    invite("alice", album, "user:carol", "owner");
    give("alice", image, "user:bob", "edit").then().statusCode(201);
    assertThat(may("bob", image, "view") && may("carol", image, "view")).isTrue();
    happened(new ImageTrashed(image, ALICE, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> !may("bob", image, "view"));
    assertThat(may("carol", image, "view")).isFalse();
    assertThat(may("alice", image, "view")).isTrue();
    happened(new ImageRestored(image, ALICE, 2, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> may("bob", image, "view") && may("carol", image, "view"));
    happened(new ImagePurged(image, ALICE, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> !may("alice", image, "view"));
    assertThat(may("bob", image, "view") || may("carol", image, "view")).isFalse();
    as("alice").get(grants(image)).then().statusCode(404);
    give("alice", image, "user:bob", "view").then().statusCode(404);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(last(image).viewers()).isEmpty());
    assertThat(last(image).albums()).isEmpty();
  }

  @Test
  void an_image_whose_event_is_still_on_its_way_can_be_given() {
    UUID fresh = Ids.next();
    UploadStandIn.UPLOADED.put(fresh, Tokens.of("alice"));
    give("bob", fresh, "user:carol", "view").then().statusCode(404);
    give("alice", fresh, "user:carol", "view").then().statusCode(201);
    assertThat(may("carol", fresh, "view")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":\"bob\",\"right\":\"view\"}|subject", "{\"subject\":\"user:bob\"}|right", "{\"subject\":\"user:bob\",\"right\":\"manage\"}|right",
        "{\"subject\":\"user:me\",\"right\":\"view\"}|subject", "{\"subject\":\"user:alice\",\"right\":\"view\"}|subject",
        "{\"subject\":\"user:bob\",\"right\":\"view\",\"owner\":\"x\"}|owner", "''|body"
      })
  void a_wrong_grant_is_refused_by_the_name_of_its_field(String body, String field) {
    UUID image = images(1).getFirst();
    as("alice").contentType(ContentType.JSON).body(body).post(grants(image)).then().statusCode(400).body("errors.field", contains(field));
    as("alice").get(grants(image)).then().body("items", empty());
  }

  private static String grants(UUID image) {
    return "/api/images/" + image + "/grants";
  }

  private static Response give(String user, UUID image, String subject, String right) {
    return json(user, Map.of("subject", subject, "right", right)).post(grants(image));
  }

  private static boolean may(String user, UUID image, String right) {
    return as(user).get("/internal/access/" + image + "?right=" + right).then().statusCode(200).extract().<Boolean>path("allowed");
  }

  private static ImageAccessChanged last(UUID image) {
    return AccessEvents.of(image).stream()
        .filter(ImageAccessChanged.class::isInstance)
        .map(ImageAccessChanged.class::cast)
        .reduce((before, after) -> after)
        .orElseThrow(() -> new AssertionError("nothing heard of " + image));
  }
}
