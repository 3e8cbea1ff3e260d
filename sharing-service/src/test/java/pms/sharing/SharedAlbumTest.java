package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

@QuarkusTest
class SharedAlbumTest extends SharingTest {

  @Test
  void the_list_has_all_that_somebody_sees_once_each_with_their_highest_role() {
    String group = "list-" + UUID.randomUUID();
    TestUser reader = TestUsers.create(group);
    UUID own = create(reader, "own");
    UUID shared = album("alice", "shared");
    UUID around = album("alice", "around");
    UUID inside = UUID.fromString(json("alice", Map.of("title", "inside", "parent", around)).post("/api/albums").path("id"));
    album("alice", "private");
    invite("alice", shared, "user:" + reader.name(), "viewer");
    invite("alice", shared, "group:" + group, "contributor");
    invite("alice", around, "group:" + group, "viewer");
    invite("alice", inside, "user:" + reader.name(), "editor");
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      var request = as(reader).queryParam("limit", 1);
      var page = (next == null ? request : request.queryParam("after", next)).get("/api/albums").then().statusCode(200);
      seen.addAll(page.extract().jsonPath().getList("items.collect { it.id + ' ' + it.role }"));
      next = page.extract().path("next");
    } while (next != null);
    assertThat(seen).containsExactly(inside + " editor", around + " viewer", shared + " contributor", own + " owner");
  }

  @Test
  void a_contributors_picture_stays_theirs() {
    UUID album = album("alice", "together");
    UUID bobs = images("bob", BOB, 1).getFirst();
    UUID alices = images(1).getFirst();
    invite("alice", album, "user:bob", "contributor");
    add("bob", album, List.of(bobs));
    add("alice", album, List.of(alices));
    as("alice").get(items(album)).then().body("items.find { it.id == '" + bobs + "' }.owner", equalTo(BOB));
    assertThat(mayView("alice", bobs)).isTrue();
    as("alice").get("/api/images/" + bobs + "/grants").then().statusCode(404);
    json("alice", Map.of("ids", List.of(bobs))).post(items(album("alice", "elsewhere"))).then().statusCode(404);
    as("bob").delete(items(album) + "/" + alices).then().statusCode(403);
    as("bob").delete(items(album) + "/" + bobs).then().statusCode(204);
    assertThat(mayView("alice", bobs)).isFalse();
  }

  @Test
  void who_is_no_member_any_more_can_still_take_their_own_pictures_back_and_learns_nothing_else() {
    UUID album = album("alice", "taken back");
    UUID bobs = images("bob", BOB, 1).getFirst();
    UUID alices = images(1).getFirst();
    invite("alice", album, "user:bob", "contributor");
    add("bob", album, List.of(bobs));
    add("alice", album, List.of(alices));
    as("alice").delete(members(album) + "/user:bob").then().statusCode(204);
    for (UUID foreign : List.of(alices, Ids.next())) {
      as("bob").delete(items(album) + "/" + foreign).then().statusCode(404);
      json("bob", Map.of("ids", List.of(bobs, foreign))).post(items(album) + "/remove").then()
          .statusCode(404).body("errors.field", equalTo(List.of("ids[1]")));
    }
    assertThat(mayView("alice", bobs)).isTrue();
    as("bob").delete(items(album) + "/" + bobs).then().statusCode(204);
    assertThat(mayView("alice", bobs)).isFalse();
    as("alice").get("/api/albums/" + album).then().body("count", equalTo(1)).body("cover", equalTo(alices.toString()));
  }

  @Test
  void many_are_asked_about_at_once_and_too_many_are_refused() {
    List<UUID> mine = images(3);
    UUID bobs = images("bob", BOB, 1).getFirst();
    List<UUID> asked = new ArrayList<>(mine);
    asked.add(bobs);
    asked.add(Ids.next());
    List<String> allowed = json("alice", Map.of("ids", asked, "right", "view")).post("/internal/access").then().statusCode(200).extract().path("allowed");
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(mine.stream().map(UUID::toString).toList());
    List<UUID> many = Stream.generate(Ids::next).limit(1_001).toList();
    json("alice", Map.of("ids", many)).post("/internal/access").then().statusCode(400).body("errors.field", equalTo(List.of("ids")));
    json("alice", Map.of("ids", List.of())).post("/internal/access").then().statusCode(400);
    json("alice", Map.of("ids", mine, "right", "own")).post("/internal/access").then().statusCode(400).body("errors.field", equalTo(List.of("right")));
  }

  private static UUID create(TestUser user, String title) {
    return UUID.fromString(json(user, Map.of("title", title)).post("/api/albums").then().statusCode(201).extract().path("id"));
  }
}
