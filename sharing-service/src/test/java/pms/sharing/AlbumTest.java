package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumDeleted;
import pms.contracts.Ids;

@QuarkusTest
class AlbumTest extends SharingTest {

  private static final String MERGE_PATCH = "application/merge-patch+json";

  @Test
  void a_new_album_is_ones_own_and_empty() {
    String location =
        json("alice", Map.of("title", " Sommer ", "description", "am See")).post("/api/albums").then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("title", equalTo("Sommer"))
            .body("description", equalTo("am See"))
            .body("owner", equalTo(ALICE))
            .body("role", equalTo("owner"))
            .body("count", equalTo(0))
            .body("cover", nullValue())
            .body("createdAt", notNullValue())
            .extract().header("Location");
    assertThat(location).startsWith("/api/albums/");
    as("alice").get(location).then().statusCode(200).body("title", equalTo("Sommer"));
  }

  @Test
  void albums_come_newest_first_in_pages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(album("bob", "Album " + i).toString());
    }
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      var request = as("bob").queryParam("limit", 2);
      var page = (next == null ? request : request.queryParam("after", next)).get("/api/albums").then().statusCode(200);
      seen.addAll(page.extract().path("items.id"));
      next = page.extract().path("next");
    } while (next != null);
    assertThat(seen).startsWith(made.toArray(String[]::new)).doesNotHaveDuplicates();
  }

  @Test
  void title_and_description_are_patched_and_what_is_absent_stays() {
    UUID album = album("alice", "before");
    String path = "/api/albums/" + album;
    as("alice").contentType(MERGE_PATCH).body("{\"description\":\"words\"}").patch(path).then()
        .statusCode(200).header("ETag", "\"2\"").body("title", equalTo("before")).body("description", equalTo("words"));
    as("alice").contentType(MERGE_PATCH).body("{\"title\":\"after\",\"description\":null}").patch(path).then()
        .statusCode(200).body("title", equalTo("after")).body("description", nullValue());
  }

  @Test
  void of_two_who_read_the_same_album_only_the_first_changes_it() {
    String path = "/api/albums/" + album("alice", "race");
    String tag = as("alice").get(path).header("ETag");
    for (int status : new int[] {200, 412}) {
      as("alice").contentType(MERGE_PATCH).header("If-Match", tag).body("{\"title\":\"mine\"}").patch(path).then()
          .statusCode(status);
    }
  }

  @Test
  void a_deleted_album_is_gone() {
    UUID album = album("alice", "short-lived");
    as("alice").delete("/api/albums/" + album).then().statusCode(204);
    as("alice").get("/api/albums/" + album).then().statusCode(404);
    as("alice").get(items(album)).then().statusCode(404);
    as("alice").delete("/api/albums/" + album).then().statusCode(404);
  }

  @Test
  void others_hear_of_every_change_in_order_and_of_the_end() {
    UUID album = album("alice", "told");
    as("alice").contentType(MERGE_PATCH).body("{\"title\":\"retold\"}").patch("/api/albums/" + album);
    as("alice").delete("/api/albums/" + album);
    await().atMost(Duration.ofSeconds(60)).until(() -> AlbumEvents.of(album).size() == 3);
    var events = AlbumEvents.of(album);
    assertThat(events.get(0)).isInstanceOfSatisfying(AlbumChanged.class, made -> {
      assertThat(made.title()).isEqualTo("told");
      assertThat(made.owner()).isEqualTo(ALICE);
      assertThat(made.revision()).isEqualTo(1);
      assertThat(made.viewers()).containsExactly("user:" + ALICE);
    });
    assertThat(events.get(1)).isInstanceOfSatisfying(AlbumChanged.class, changed -> assertThat(changed.revision()).isEqualTo(2));
    assertThat(events.get(2)).isInstanceOfSatisfying(AlbumDeleted.class, gone -> assertThat(gone.revision()).isEqualTo(3));
  }

  @Test
  void somebody_elses_album_is_not_there_on_any_path() {
    UUID album = album("alice", "private");
    UUID nowhere = Ids.next();
    for (String user : new String[] {"bob", "admin"}) {
      for (UUID id : new UUID[] {album, nowhere}) {
        String path = "/api/albums/" + id;
        as(user).get(path).then().statusCode(404).body("errors", nullValue());
        as(user).contentType(MERGE_PATCH).body("{\"title\":\"mine now\"}").patch(path).then().statusCode(404);
        as(user).delete(path).then().statusCode(404);
        as(user).get(items(id)).then().statusCode(404);
        json(user, Map.of("ids", List.of(Ids.next()))).post(items(id)).then().statusCode(404).body("errors", nullValue());
        as(user).delete(items(id) + "/" + Ids.next()).then().statusCode(404);
      }
    }
    as("alice").get("/api/albums/" + album).then().statusCode(200).body("title", equalTo("private"));
  }

  @Test
  void a_wrong_body_is_refused_by_the_name_of_its_field() {
    refused("{\"title\":\"\"}", "title");
    refused("{\"description\":\"no title\"}", "title");
    refused("{\"title\":\"" + "x".repeat(201) + "\"}", "title");
    refused("{\"title\":\"a\",\"description\":\"" + "x".repeat(5_001) + "\"}", "description");
    refused("{\"title\":{}}", "title");
    refused("{\"title\":\"a\",\"owner\":\"" + BOB + "\"}", "owner");
    refused("{\"title\":", "body");
    refused("", "body");
    refused("[]", "body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=x", "limit=501", "after=nonsense"})
  void a_wrong_parameter_is_refused_by_its_name(String query) {
    String name = query.substring(0, query.indexOf('='));
    as("alice").get("/api/albums?parent=nonsense").then().statusCode(400).body("errors.field", containsInAnyOrder("parent"));
    as("alice").get("/api/albums?" + query).then().statusCode(400).body("errors.field", containsInAnyOrder(name));
    as("alice").get(items(album("alice", "a")) + "?" + query).then().statusCode(400).body("errors.field", containsInAnyOrder(name));
  }

  @Test
  void an_id_that_is_none_is_not_there() {
    as("alice").get("/api/albums/not-an-id").then().statusCode(404).contentType("application/problem+json");
  }

  @Test
  void without_a_valid_token_nothing_is_answered() {
    for (String path : new String[] {"/api/albums", "/api/albums/" + Ids.next(), items(Ids.next()), "/internal/access/" + Ids.next()}) {
      given().get(path).then().statusCode(401).header("WWW-Authenticate", startsWith("Bearer"));
      given().auth().oauth2("eyJhbGciOiJub25lIn0.e30.").get(path).then().statusCode(401);
    }
    given().contentType(ContentType.JSON).body("{\"title\":\"a\"}").post("/api/albums").then().statusCode(401);
  }

  private static void refused(String body, String field) {
    as("alice").contentType(ContentType.JSON).body(body).post("/api/albums").then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors", hasSize(1))
        .body("errors[0].field", equalTo(field));
  }
}
