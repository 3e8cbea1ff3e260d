package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

@QuarkusTest
class AuditTest extends SharingTest {

  @Inject DataSource database;

  @Test
  void an_albums_owner_reads_who_gave_whom_what_and_took_it_back() {
    as("bob").get("/api/albums").then().statusCode(200);
    UUID album = album("alice", "on record");
    invite("alice", album, "user:bob", "viewer");
    json("alice", Map.of("role", "owner")).patch(members(album) + "/user:bob").then().statusCode(200);
    invite("bob", album, "group:family", "contributor");
    as("bob").delete(members(album) + "/group:family").then().statusCode(204);
    as("bob").delete(members(album) + "/user:me").then().statusCode(204);
    as("alice").get("/api/albums/" + album + "/audit").then()
        .body("items.action", contains("member-left", "member-removed", "member-added", "member-changed", "member-added", "album-made"))
        .body("items.actor", contains(BOB, BOB, BOB, ALICE, ALICE, ALICE))
        .body("items.subject", contains("user:bob", "group:family", "group:family", "user:bob", "user:bob", null))
        .body("items.right", contains(null, null, "contributor", "owner", "viewer", null))
        .body("items.album", everyItem(equalTo(album.toString())));
  }

  @Test
  void an_images_owner_reads_the_same_of_the_image() {
    UUID image = images(1).getFirst();
    String grants = "/api/images/" + image + "/grants";
    String grant = json("alice", Map.of("subject", "user:bob", "right", "edit")).post(grants).path("id");
    as("alice").delete(grants + "/" + grant).then().statusCode(204);
    as("alice").get("/api/images/" + image + "/audit").then()
        .body("items.action", contains("grant-revoked", "granted"))
        .body("items.right", contains(null, "edit"))
        .body("items.image", everyItem(equalTo(image.toString())));
    as("bob").get("/api/images/" + image + "/audit").then().statusCode(404);
  }

  @Test
  void whoever_is_shown_a_picture_by_an_album_stands_in_its_trail() {
    UUID album = album("alice", "shows");
    List<UUID> images = images(2);
    invite("alice", album, "user:bob", "viewer");
    add("alice", album, images);
    add("alice", album, images);
    as("alice").delete(items(album) + "/" + images.getFirst()).then().statusCode(204);
    as("alice").get("/api/images/" + images.getFirst() + "/audit").then()
        .body("items.action", contains("items-removed", "items-added"))
        .body("items.actor", everyItem(equalTo(ALICE)))
        .body("items.album", everyItem(equalTo(album.toString())));
    as("alice").get("/api/albums/" + album + "/audit").then()
        .body("items.action", contains("items-removed", "items-added", "items-added", "member-added", "album-made"))
        .body("items.image", contains(images.get(0).toString(), images.get(1).toString(), images.get(0).toString(), null, null));
  }

  @Test
  void who_had_an_album_reads_its_trail_when_it_is_gone_and_who_founded_it_and_handed_it_over_does_not() {
    as("bob").get("/api/albums").then().statusCode(200);
    UUID album = album("alice", "gone");
    invite("alice", album, "user:bob", "owner");
    invite("alice", album, "user:carol", "viewer");
    json("alice", Map.of("subject", "user:bob")).post("/api/albums/" + album + "/owner").then().statusCode(204);
    as("bob").delete("/api/albums/" + album).then().statusCode(204);
    as("bob").get("/api/albums/" + album + "/audit").then().statusCode(200)
        .body("items.action", contains("album-deleted", "owner-changed", "member-added", "member-added", "album-made"));
    as("alice").get("/api/albums/" + album + "/audit").then().statusCode(404);
    as("carol").get("/api/albums/" + album + "/audit").then().statusCode(404);
  }

  @Test
  void the_trail_outlives_the_album_and_an_administrator_takes_it_away_in_pages() {
    UUID album = album("alice", "title that is no business of theirs");
    invite("alice", album, "user:bob", "viewer");
    as("alice").delete("/api/albums/" + album).then().statusCode(204);
    List<String> lines = export();
    assertThat(lines).noneMatch(line -> line.contains("title that is no business of theirs"));
    assertThat(lines).extracting(line -> JsonPath.from(line).getString("id")).doesNotHaveDuplicates();
    assertThat(lines).filteredOn(line -> line.contains(album.toString()))
        .extracting(line -> JsonPath.from(line).getString("action"))
        .containsExactly("album-made", "member-added", "album-deleted");
  }

  @Test
  void what_is_written_down_late_is_not_passed_over_by_who_goes_on_from_the_last_line() throws SQLException {
    UUID late = Ids.next();
    try (Connection slow = database.getConnection(); Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("INSERT INTO audit_entry (owner_id, id, at, actor, action) VALUES ('slow', '" + late + "', now(), 'slow', 'granted')");
      album("alice", "quicker");
      List<String> before = export();
      String last = JsonPath.from(before.getLast()).getString("id");
      assertThat(UUID.fromString(last).toString()).isGreaterThan(late.toString());
      slow.commit();
      List<String> rest = export("&after=" + last);
      assertThat(rest).anyMatch(line -> line.contains(late.toString())).doesNotContainAnyElementsOf(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "00000000-0000-4000-8000-000000000009"})
  void a_wrong_place_to_go_on_from_is_refused_by_name(String after) {
    as("admin").get("/api/admin/sharing/audit?after=" + after).then().statusCode(400).body("errors.field", contains("after"));
  }

  @Test
  void members_read_what_went_on_in_the_album_newest_first() {
    as("bob").get("/api/albums").then().statusCode(200);
    UUID album = album("alice", "lively");
    List<UUID> images = images(3);
    invite("alice", album, "user:bob", "viewer");
    add("alice", album, images);
    json("alice", Map.of("ids", List.of(images.get(2)), "before", images.get(0))).post(items(album) + "/order").then().statusCode(204);
    json("alice", Map.of("ids", images.subList(0, 2))).post(items(album) + "/remove").then().statusCode(204);
    json("alice", Map.of("title", "livelier")).patch("/api/albums/" + album).then().statusCode(200);
    as("bob").get("/api/albums/" + album + "/activity").then()
        .body("items.kind", contains("edited", "items-removed", "reordered", "items-added", "member-added"))
        .body("items.amount", contains(1, 2, 1, 3, 1))
        .body("items.actorName", everyItem(equalTo("Alice Adams")));
    assertThat(pages("bob", "/api/albums/" + album + "/activity").size()).isEqualTo(5);
    assertThat(pages("alice", "/api/albums/" + album + "/audit").size()).isEqualTo(7);
  }

  @Test
  void everybody_reads_what_went_on_in_all_their_albums_and_in_no_other() {
    TestUser reader = TestUsers.create();
    as(reader).get("/api/albums").then().statusCode(200);
    UUID first = album("alice", "first");
    UUID second = album("alice", "second");
    UUID foreign = album("alice", "foreign");
    List<UUID> images = images(2);
    add("alice", first, images);
    add("alice", foreign, images);
    invite("alice", first, "user:" + reader.name(), "viewer");
    invite("alice", second, "user:" + reader.name(), "viewer");
    add("alice", second, images.subList(0, 1));
    for (int i = 0; i < 2; i++) {
      json("alice", Map.of("text", "Lovely")).post("/api/images/" + images.get(1) + "/comments").then().statusCode(201);
    }
    as(reader).get("/api/activity").then()
        .body("items.kind", contains("commented", "items-added", "member-added", "member-added", "items-added"))
        .body("items.album", contains(first.toString(), second.toString(), second.toString(), first.toString(), first.toString()))
        .body("items.albumTitle", contains("first", "second", "second", "first", "first"))
        .body("items[0].images", contains(images.get(1).toString()));
    as(reader).queryParam("limit", 2).get("/api/activity").then().body("items", hasSize(2)).body("next", notNullValue());
    as("alice").delete(members(first) + "/user:" + reader.name()).then().statusCode(204);
    as(reader).get("/api/activity").then().body("items.album", everyItem(equalTo(second.toString()))).body("items", hasSize(2));
  }

  @Test
  void who_edited_a_picture_is_told_where_it_is_shown() {
    UUID album = album("alice", "edited");
    UUID image = images(1).getFirst();
    add("alice", album, List.of(image));
    VersionCreated edit = new VersionCreated(image, ALICE, 2, 1, 10, 10, BOB, 1, 1, Instant.now());
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(Topics.IMAGE_EDITED, edit));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as("alice").get("/api/albums/" + album + "/activity").then()
        .body("items.kind", contains("picture-edited", "items-added"))
        .body("items.actor", contains(BOB, ALICE)));
  }

  private static List<String> export() {
    return export("");
  }

  private static List<String> export(String after) {
    List<String> lines = new ArrayList<>();
    String path = "/api/admin/sharing/audit?limit=500" + after;
    while (path != null) {
      Response page = as("admin").urlEncodingEnabled(false).get(path);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.contentType()).startsWith("application/x-ndjson");
      page.asString().lines().forEach(lines::add);
      String link = page.header("Link");
      path = link == null ? null : link.substring(1, link.indexOf('>'));
    }
    return lines;
  }

  private static List<String> pages(String user, String path) {
    List<String> ids = new ArrayList<>();
    String next = null;
    do {
      var request = as(user).queryParam("limit", 2);
      var page = (next == null ? request : request.queryParam("after", next)).get(path).then().statusCode(200);
      ids.addAll(page.extract().path("items.id"));
      next = page.extract().path("next");
    } while (next != null);
    return ids;
  }
}
