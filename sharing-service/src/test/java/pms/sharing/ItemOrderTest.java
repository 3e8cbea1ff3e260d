package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Ids;

@QuarkusTest
class ItemOrderTest extends SharingTest {

  @Test
  void images_are_moved_before_and_after_others_in_the_order_given() {
    UUID album = album("alice", "ordered");
    List<UUID> i = images(5);
    add("alice", album, i);
    move(album, "before", i.get(0), i.get(4), i.get(2)).then().statusCode(204);
    assertThat(listed(album)).containsExactly(i.get(4), i.get(2), i.get(0), i.get(1), i.get(3));
    move(album, "after", i.get(3), i.get(0)).then().statusCode(204);
    assertThat(listed(album)).containsExactly(i.get(4), i.get(2), i.get(1), i.get(3), i.get(0));
    move(album, "after", i.get(4), i.get(3), i.get(1)).then().statusCode(204);
    assertThat(listed(album)).containsExactly(i.get(4), i.get(3), i.get(1), i.get(2), i.get(0));
    as("alice").get("/api/albums/" + album).then().body("cover", equalTo(i.get(4).toString()));
  }

  @Test
  void the_room_between_two_is_never_used_up() {
    UUID album = album("alice", "narrow");
    List<UUID> images = images(4);
    add("alice", album, images);
    List<UUID> expected = new ArrayList<>(images);
    for (int round = 0; round < 30; round++) {
      UUID moved = expected.get(2);
      move(album, "after", images.getFirst(), moved).then().statusCode(204);
      expected.remove(moved);
      expected.add(1, moved);
      assertThat(listed(album)).containsExactlyElementsOf(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"ids\":[\"$0\"]}|400|before", "{\"ids\":[\"$0\"],\"before\":\"$1\",\"after\":\"$1\"}|400|before",
        "{\"ids\":[\"$0\"],\"before\":\"x\"}|400|before", "{\"ids\":[\"$0\",\"$1\"],\"after\":\"$1\"}|400|after",
        "{\"ids\":[],\"before\":\"$1\"}|400|ids", "{\"ids\":[\"$0\"],\"before\":\"$9\"}|404|before",
        "{\"ids\":[\"$0\",\"$9\"],\"after\":\"$1\"}|404|ids[1]"
      })
  void a_wrong_move_is_refused_by_the_name_of_its_field_and_changes_nothing(String body, int status, String field) {
    UUID album = album("alice", "refused");
    List<UUID> images = images(2);
    add("alice", album, images);
    String filled = body.replace("$0", images.get(0).toString()).replace("$1", images.get(1).toString()).replace("$9", Ids.next().toString());
    as("alice").contentType(ContentType.JSON).body(filled).post(items(album) + "/order").then().statusCode(status).body("errors.field", contains(field));
    assertThat(listed(album)).containsExactlyElementsOf(images);
  }

  /** D9 */
  @Test
  void two_who_order_add_and_remove_at_once_lose_nothing() throws ExecutionException, InterruptedException {
    UUID album = album("alice", "busy");
    List<UUID> images = images(30);
    List<UUID> bobs = images("bob", BOB, 10);
    invite("alice", album, "user:bob", "editor");
    add("alice", album, images);
    List<Future<Response>> work = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < 10; n++) {
        int i = n;
        work.add(threads.submit(() -> move(album, "before", images.get(0), images.get(10 + i))));
        work.add(threads.submit(() -> json("bob", Map.of("ids", List.of(bobs.get(i)))).post(items(album))));
        work.add(threads.submit(() -> as("bob").delete(items(album) + "/" + images.get(20 + i))));
        work.add(threads.submit(() -> json("bob", Map.of("ids", List.of(images.get(1 + i % 9)), "after", images.get(0))).post(items(album) + "/order")));
      }
    }
    for (Future<Response> done : work) {
      assertThat(done.get().statusCode()).isIn(200, 204);
    }
    List<UUID> rest = new ArrayList<>(images.subList(0, 20));
    rest.addAll(bobs);
    List<UUID> order = listed(album);
    assertThat(order).containsExactlyInAnyOrderElementsOf(rest);
    int first = order.indexOf(images.getFirst());
    assertThat(order.subList(0, first)).containsExactlyInAnyOrderElementsOf(images.subList(10, 20));
    assertThat(order.subList(first + 1, first + 10)).containsExactlyInAnyOrderElementsOf(images.subList(1, 10));
    as("alice").get("/api/albums/" + album).then().body("count", equalTo(30)).header("ETag", "\"43\"");
  }

  private static Response move(UUID album, String where, UUID anchor, UUID... ids) {
    return json("alice", Map.of("ids", List.of(ids), where, anchor)).post(items(album) + "/order");
  }

  private static List<UUID> listed(UUID album) {
    return as("alice").get(items(album) + "?limit=500").then().statusCode(200).extract().<List<String>>path("items.id").stream()
        .map(UUID::fromString)
        .toList();
  }
}
