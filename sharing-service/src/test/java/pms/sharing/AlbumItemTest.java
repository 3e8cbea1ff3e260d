package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pms.contracts.AlbumChanged;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.Rendition;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.platform.test.Tokens;

@QuarkusTest
class AlbumItemTest extends SharingTest {

  @Inject DataSource database;

  @Test
  void images_are_listed_in_the_order_they_were_added() {
    UUID album = album("alice", "in order");
    List<UUID> images = new ArrayList<>(images(4));
    Collections.reverse(images);
    add("alice", album, images.subList(0, 3));
    add("alice", album, images.subList(2, 4));
    assertThat(listed(album, 2)).containsExactlyElementsOf(images);
    as("alice").get("/api/albums/" + album).then()
        .body("count", equalTo(4))
        .body("cover", equalTo(images.getFirst().toString()));
  }

  @Test
  void what_a_grid_needs_of_a_picture_is_in_the_list() {
    UUID album = album("alice", "a grid");
    List<UUID> images = images(2);
    add("alice", album, images);
    List<Rendition> renditions = List.of(new Rendition("small", "image/jpeg", 4, 3, 1, "key"));
    ThumbnailsReady ready = new ThumbnailsReady(images.getFirst(), ALICE, 1, 1, renditions, 40, 30, "dGh1bWI=", null, 1, Instant.now());
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(Topics.THUMBNAIL_READY, ready));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as("alice").get(items(album)).then()
        .body("items.thumbhash", contains("dGh1bWI=", null)).body("items.width", contains(40, null)).body("items.height", contains(30, null)));
  }

  @Test
  void adding_twice_adds_once_and_tells_nobody() {
    UUID album = album("alice", "twice");
    List<UUID> images = images(2);
    json("alice", Map.of("ids", images)).post(items(album)).then().body("added", equalTo(2)).body("count", equalTo(2));
    String tag = as("alice").get("/api/albums/" + album).header("ETag");
    json("alice", Map.of("ids", images)).post(items(album)).then().body("added", equalTo(0)).body("count", equalTo(2));
    as("alice").get("/api/albums/" + album).then().header("ETag", tag);
  }

  @Test
  void an_image_is_taken_out_and_put_back_at_the_end() {
    UUID album = album("alice", "out and in");
    List<UUID> images = images(2);
    add("alice", album, images);
    as("alice").delete(items(album) + "/" + images.getFirst()).then().statusCode(204);
    as("alice").delete(items(album) + "/" + images.getFirst()).then().statusCode(404);
    add("alice", album, List.of(images.getFirst()));
    assertThat(listed(album, 50)).containsExactlyElementsOf(images.reversed());
  }

  @Test
  void what_is_not_there_and_what_is_not_mine_look_the_same_and_nothing_is_added() {
    UUID album = album("alice", "all or nothing");
    UUID mine = images(1).getFirst();
    UUID bobs = Ids.next();
    uploaded(BOB, bobs);
    await().atMost(Duration.ofSeconds(60)).until(() -> mayView("bob", bobs));
    for (UUID foreign : List.of(bobs, Ids.next())) {
      json("alice", Map.of("ids", List.of(mine, foreign))).post(items(album)).then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("errors.field", contains("ids[1]"));
    }
    assertThat(listed(album, 50)).isEmpty();
  }

  @Test
  void an_image_whose_event_is_still_on_its_way_is_asked_for_with_the_callers_token() {
    UUID album = album("alice", "fresh");
    UUID fresh = Ids.next();
    UploadStandIn.UPLOADED.put(fresh, Tokens.of("alice"));
    json("bob", Map.of("ids", List.of(fresh))).post(items(album("bob", "not his"))).then().statusCode(404);
    add("alice", album, List.of(fresh));
    assertThat(listed(album, 50)).containsExactly(fresh);
    assertThat(mayView("alice", fresh)).isTrue();
    assertThat(mayView("bob", fresh)).isFalse();
  }

  @Test
  void a_whole_upload_is_put_into_an_album_before_any_of_its_events_came_or_nothing_of_it() {
    UUID album = album("alice", "fresh roll");
    List<UUID> fresh = Stream.generate(Ids::next).limit(40).toList();
    fresh.subList(0, 39).forEach(id -> UploadStandIn.UPLOADED.put(id, Tokens.of("alice")));
    json("alice", Map.of("ids", fresh)).post(items(album)).then().statusCode(404).body("errors.field", contains("ids[39]"));
    assertThat(listed(album, 50)).isEmpty();
    UploadStandIn.UPLOADED.put(fresh.getLast(), Tokens.of("alice"));
    add("alice", album, fresh);
    assertThat(listed(album, 50)).containsExactlyElementsOf(fresh);
  }

  @Test
  void an_image_that_went_to_the_trash_before_its_events_came_is_not_added() {
    UUID trashed = Ids.next();
    UploadStandIn.UPLOADED.put(trashed, Tokens.of("alice"));
    UploadStandIn.TRASHED.add(trashed);
    json("alice", Map.of("ids", List.of(trashed))).post(items(album("alice", "too late"))).then().statusCode(404);
    assertThat(mayView("alice", trashed)).isFalse();
  }

  @Test
  void guessing_ids_costs_one_question() {
    UUID album = album("alice", "guess");
    List<UUID> guesses = Stream.generate(Ids::next).limit(20).toList();
    json("alice", Map.of("ids", guesses)).post(items(album)).then().statusCode(404).body("errors.field", contains("ids[0]"));
    assertThat(UploadStandIn.ASKED).contains(guesses.getFirst()).doesNotContainAnyElementsOf(guesses.subList(1, 20));
  }

  @Test
  void an_image_in_the_trash_is_out_of_sight_and_keeps_its_place() {
    UUID album = album("alice", "trash");
    List<UUID> images = images(3);
    add("alice", album, images);
    invite("alice", album, "user:bob", "editor");
    happened(new ImageTrashed(images.getFirst(), ALICE, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(listed(album, 50)).containsExactlyElementsOf(images.subList(1, 3)));
    as("alice").get("/api/albums/" + album).then()
        .body("count", equalTo(2)).body("cover", equalTo(images.get(1).toString()));
    json("alice", Map.of("ids", List.of(images.getFirst()))).post(items(album("alice", "other"))).then().statusCode(404);
    as("bob").delete(items(album) + "/" + images.getFirst()).then().statusCode(404);
    json("bob", Map.of("ids", images)).post(items(album) + "/remove").then().statusCode(404).body("errors.field", equalTo(List.of("ids[0]")));
    json("bob", Map.of("ids", images.subList(1, 2), "before", images.getFirst())).post(items(album) + "/order").then().statusCode(404);
    happened(new ImageRestored(images.getFirst(), ALICE, 2, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(listed(album, 50)).containsExactlyElementsOf(images));
  }

  @Test
  void a_purged_image_leaves_every_album_and_no_latecomer_brings_it_back() {
    UUID first = album("alice", "first");
    UUID second = album("alice", "second");
    List<UUID> images = images(2);
    UUID purged = images.getFirst();
    add("alice", first, images);
    add("alice", second, images);
    happened(new ImagePurged(purged, ALICE, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(listed(second, 50)).containsExactly(images.get(1)));
    assertThat(listed(first, 50)).containsExactly(images.get(1));

    UploadStandIn.UPLOADED.put(purged, Tokens.of("alice"));
    uploaded(ALICE, purged);
    happened(new ImageRestored(purged, ALICE, 2, Instant.now()));
    images(1);
    assertThat(mayView("alice", purged)).isFalse();
    json("alice", Map.of("ids", List.of(purged))).post(items(first)).then().statusCode(404);
  }

  @Test
  void an_image_purged_before_its_upload_is_heard_of_never_appears() {
    UUID image = Ids.next();
    happened(new ImagePurged(image, ALICE, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(stateOf(image)).isEqualTo("PURGED"));
    uploaded(ALICE, image);
    images(1);
    assertThat(mayView("alice", image)).isFalse();
  }

  @Test
  void a_cover_is_picked_from_the_album_and_given_up_with_its_image() {
    UUID album = album("alice", "cover");
    List<UUID> images = images(3);
    add("alice", album, images.subList(0, 2));
    String path = "/api/albums/" + album;
    as("alice").contentType(ContentType.JSON).body(Map.of("cover", images.get(1))).patch(path).then()
        .statusCode(200).body("cover", equalTo(images.get(1).toString()));
    as("alice").contentType(ContentType.JSON).body(Map.of("cover", images.get(2))).patch(path).then()
        .statusCode(404).body("errors.field", contains("cover"));
    as("alice").delete(items(album) + "/" + images.get(1));
    as("alice").get(path).then().body("cover", equalTo(images.getFirst().toString()));
    as("alice").delete(items(album) + "/" + images.getFirst());
    as("alice").get(path).then().body("cover", nullValue()).body("count", equalTo(0));
  }

  @Test
  void ids_that_are_none_or_too_many_are_refused_by_their_place() {
    UUID album = album("alice", "wrong");
    String good = Ids.next().toString();
    refused(album, List.of(good, "nonsense"), "ids[1]");
    refused(album, List.of(), "ids");
    refused(album, Collections.nCopies(1_001, good), "ids");
    as("alice").contentType(ContentType.JSON).body("{\"ids\":[{}]}").post(items(album)).then()
        .statusCode(400).body("errors.field", contains("ids[0]"));
    as("alice").contentType(ContentType.JSON).body("{}").post(items(album)).then()
        .statusCode(400).body("errors.field", contains("ids"));
  }

  @Test
  void ten_thousand_images_come_out_in_pages_and_a_new_member_is_one_event() throws SQLException {
    UUID album = album("alice", "large");
    List<UUID> images = Stream.generate(Ids::next).limit(10_000).toList();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("INSERT INTO image (owner_id, id, state, revision) SELECT ?, unnest(?), 'LIVE', 0")) {
      insert.setString(1, ALICE);
      insert.setArray(2, connection.createArrayOf("uuid", images.toArray()));
      insert.executeUpdate();
    }
    for (int from = 0; from < 10_000; from += 1_000) {
      add("alice", album, images.subList(from, from + 1_000));
    }
    assertThat(listed(album, 500)).containsExactlyElementsOf(images);
    json("alice", Map.of("subject", "group:large", "role", "viewer")).post("/api/albums/" + album + "/members").then().statusCode(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> AlbumEvents.of(album).size() == 12);
    assertThat(AlbumEvents.of(album).getLast()).isInstanceOfSatisfying(AlbumChanged.class, changed -> {
      assertThat(changed.count()).isEqualTo(10_000);
      assertThat(changed.viewers()).containsExactly("group:large", "user:" + ALICE);
    });
    await().atMost(Duration.ofMinutes(1)).until(() -> AccessEvents.of(images.getLast()).size() == 1);
    assertThat(AccessEvents.of(images.getFirst())).hasSize(1);
  }

  @Test
  void many_who_add_and_remove_at_once_lose_nothing() throws ExecutionException, InterruptedException {
    UUID album = album("alice", "busy");
    List<UUID> images = images(40);
    add("alice", album, images.subList(0, 10));
    List<Future<?>> work = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 10; i++) {
        List<UUID> mine = images.subList(10 + 3 * i, 13 + 3 * i);
        UUID gone = images.get(i);
        work.add(threads.submit(() -> add("alice", album, mine)));
        work.add(threads.submit(() -> as("alice").delete(items(album) + "/" + gone).then().statusCode(204)));
      }
    }
    for (Future<?> done : work) {
      done.get();
    }
    assertThat(listed(album, 7)).containsExactlyInAnyOrderElementsOf(images.subList(10, 40));
    as("alice").get("/api/albums/" + album).then().body("count", equalTo(30)).header("ETag", "\"22\"");
  }

  private static List<UUID> listed(UUID album, int limit) {
    List<UUID> ids = new ArrayList<>();
    String next = null;
    do {
      var request = as("alice").queryParam("limit", limit);
      var page = (next == null ? request : request.queryParam("after", next)).get(items(album)).then().statusCode(200);
      page.extract().<List<String>>path("items.id").stream().map(UUID::fromString).forEach(ids::add);
      next = page.extract().path("next");
    } while (next != null);
    return ids;
  }

  private static void refused(UUID album, List<?> ids, String field) {
    json("alice", Map.of("ids", ids)).post(items(album)).then().statusCode(400).body("errors.field", contains(field));
  }

  private String stateOf(UUID image) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT state FROM image WHERE id = ?")) {
      query.setObject(1, image);
      var rows = query.executeQuery();
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
