package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumEvent;

@QuarkusTest
class NestingTest extends SharingTest {

  @Inject DataSource database;

  @Test
  void who_sees_an_album_sees_what_is_inside_it_however_deep() {
    UUID outer = album("alice", "1");
    UUID inner = IntStream.rangeClosed(2, 5).boxed().reduce(outer, (around, i) -> inside("alice", around), (a, b) -> b);
    UUID image = images(1).getFirst();
    add("alice", inner, List.of(image));
    invite("alice", outer, "user:bob", "editor");
    assertThat(mayView("bob", image)).isTrue();
    as("bob").get("/api/albums/" + inner).then().statusCode(200).body("role", equalTo("editor"));
    as("bob").get(members(inner)).then()
        .body("items.subject", contains("user:alice", "user:alice", "user:alice", "user:alice", "user:alice", "user:bob"))
        .body("items.inherited", contains(false, true, true, true, true, true));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(last(inner).viewers()).containsExactlyInAnyOrder("user:" + ALICE, "user:" + BOB));

    as("alice").delete(members(outer) + "/user:bob").then().statusCode(204);
    assertThat(mayView("bob", image)).isFalse();
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(last(inner).viewers()).containsExactly("user:" + ALICE));
  }

  @Test
  void a_role_inside_tells_nothing_of_the_outside() {
    UUID outer = album("alice", "outer");
    UUID inner = inside("alice", outer);
    invite("alice", inner, "user:bob", "owner");
    as("bob").get("/api/albums/" + inner).then().statusCode(200).body("parent", nullValue());
    as("bob").get("/api/albums/" + outer).then().statusCode(404);
    as("alice").get("/api/albums/" + inner).then().body("parent", equalTo(outer.toString()));
  }

  @Test
  void the_sixth_level_is_refused_by_the_name_of_its_field() {
    UUID outer = album("alice", "1");
    UUID inner = IntStream.rangeClosed(2, 5).boxed().reduce(outer, (around, i) -> inside("alice", around), (a, b) -> b);
    json("alice", Map.of("title", "6", "parent", inner)).post("/api/albums").then().statusCode(400).body("errors.field", contains("parent"));
    UUID pair = album("alice", "a");
    inside("alice", pair);
    UUID fourth = UUID.fromString(as("alice").get("/api/albums/" + inner).path("parent"));
    move("alice", pair, fourth).then().statusCode(400).body("errors.field", contains("parent"));
  }

  @Test
  void no_album_goes_into_itself_or_into_what_is_inside_it() {
    UUID outer = album("alice", "outer");
    UUID inner = inside("alice", inside("alice", outer));
    move("alice", outer, outer).then().statusCode(400).body("errors.field", contains("parent"));
    move("alice", outer, inner).then().statusCode(400).body("errors.field", contains("parent"));
  }

  @Test
  void moved_albums_take_along_what_is_inside_and_lose_those_who_came_from_outside() {
    UUID first = album("alice", "first");
    UUID second = album("alice", "second");
    UUID inner = inside("alice", first);
    UUID innermost = inside("alice", inner);
    UUID image = images(1).getFirst();
    add("alice", innermost, List.of(image));
    invite("alice", first, "user:bob", "viewer");
    invite("alice", second, "user:carol", "viewer");
    move("alice", inner, second).then().statusCode(200).body("parent", equalTo(second.toString()));
    assertThat(mayView("bob", image)).isFalse();
    assertThat(mayView("carol", image)).isTrue();
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(last(innermost).viewers()).hasSize(2).contains("user:" + ALICE).doesNotContain("user:" + BOB));
    move("alice", inner, null).then().statusCode(200).body("parent", nullValue());
    assertThat(mayView("carol", image)).isFalse();
    as("alice").get("/api/albums?parent=" + inner).then().body("items.id", contains(innermost.toString()));
  }

  @Test
  void what_was_inside_a_deleted_album_moves_up_and_keeps_its_pictures() {
    UUID outer = album("alice", "outer");
    UUID middle = inside("alice", outer);
    UUID inner = inside("alice", middle);
    UUID image = images(1).getFirst();
    add("alice", inner, List.of(image));
    invite("alice", outer, "user:bob", "viewer");
    invite("alice", middle, "user:carol", "viewer");
    as("alice").delete("/api/albums/" + middle).then().statusCode(204);
    as("alice").get("/api/albums/" + inner).then().body("parent", equalTo(outer.toString())).body("count", equalTo(1));
    assertThat(mayView("bob", image)).isTrue();
    assertThat(mayView("carol", image)).isFalse();
  }

  @Test
  void only_an_owner_moves_an_album_and_only_to_where_they_may_edit() {
    UUID alices = album("alice", "hers");
    UUID bobs = album("bob", "his");
    invite("bob", bobs, "user:alice", "viewer");
    move("alice", alices, bobs).then().statusCode(403);
    json("bob", Map.of("role", "editor")).patch(members(bobs) + "/user:alice").then().statusCode(200);
    move("alice", alices, bobs).then().statusCode(200);
    as("bob").get("/api/albums/" + alices).then().statusCode(200).body("role", equalTo("owner"));
    move("bob", alices, null).then().statusCode(403);
    as("bob").get("/api/albums?parent=" + bobs).then().body("items.id", containsInAnyOrder(alices.toString()));
    move("alice", alices, null).then().statusCode(200);
    as("bob").get("/api/albums/" + alices).then().statusCode(404);
  }

  @Test
  void two_moves_at_once_make_no_circle() throws InterruptedException, SQLException {
    for (int round = 0; round < 8; round++) {
      UUID first = album("alice", "first");
      UUID second = album("alice", "second");
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        threads.submit(() -> move("alice", first, second));
        threads.submit(() -> move("alice", second, first));
      }
      assertThat(List.of(depth(first), depth(second))).containsExactlyInAnyOrder(1, 2);
    }
  }

  @Test
  void a_move_into_its_own_inside_and_a_change_of_members_outside_do_not_wait_for_each_other() throws Exception {
    UUID outer = album("alice", "outer");
    UUID middle = inside("alice", outer);
    UUID inner = inside("alice", middle);
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int round = 0; round < 12; round++) {
      String role = round % 2 == 0 ? "viewer" : "editor";
      calls.add(() -> move("alice", outer, inner).statusCode());
      calls.add(() -> move("alice", middle, inner).statusCode());
      calls.add(() -> json("alice", Map.of("subject", "user:bob", "role", role)).post(members(outer)).statusCode());
      calls.add(() -> json("alice", Map.of("subject", "user:carol", "role", role)).post(members(middle)).statusCode());
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(calls)) {
        assertThat(answer.get()).isIn(200, 201, 400);
      }
    }
  }

  private static UUID inside(String user, UUID around) {
    return UUID.fromString(
        json(user, Map.of("title", "inside", "parent", around)).post("/api/albums").then().statusCode(201).extract().path("id"));
  }

  private static Response move(String user, UUID album, UUID around) {
    String parent = around == null ? "null" : "\"" + around + "\"";
    return as(user).contentType(ContentType.JSON).body("{\"parent\":" + parent + "}").patch("/api/albums/" + album);
  }

  private static AlbumChanged last(UUID album) {
    List<AlbumEvent> events = AlbumEvents.of(album);
    assertThat(events).isNotEmpty();
    return (AlbumChanged) events.getLast();
  }

  private int depth(UUID album) throws SQLException {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement("SELECT cardinality(path) FROM album WHERE id = ?")) {
      query.setObject(1, album);
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
