package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;

@QuarkusTest
class CommentTest extends PublicTest {

  @Test
  void members_talk_about_an_album_in_order_page_by_page() throws SQLException {
    UUID album = shared(1);
    List<String> said = IntStream.range(0, 3).mapToObj(i -> say(i == 1 ? "bob" : "alice", album(album), "words " + i)).toList();
    JsonPath page = as("bob").queryParam("limit", 2).get(album(album)).then().statusCode(200)
        .body("items.id", contains(said.get(0), said.get(1))).body("items[1].author", equalTo(BOB))
        .body("items[1].name", notNullValue()).extract().jsonPath();
    as("bob").queryParam("limit", 2).queryParam("after", page.getString("next")).get(album(album)).then()
        .body("items.text", contains("words 2")).body("next", nullValue());
  }

  @Test
  void one_edits_and_deletes_ones_own_words_and_the_owner_any() throws SQLException {
    UUID album = shared(3);
    String alices = say("alice", album(album), "mine");
    String bobs = say("bob", album(album), "his");
    json("bob", Map.of("text", "changed")).patch(album(album) + "/" + bobs).then()
        .statusCode(200).body("text", equalTo("changed")).body("editedAt", notNullValue());
    json("alice", Map.of("text", "put in his mouth")).patch(album(album) + "/" + bobs).then().statusCode(403);
    json("bob", Map.of("text", "x")).patch(album(album) + "/" + alices).then().statusCode(403);
    as("bob").delete(album(album) + "/" + alices).then().statusCode(403);
    as("alice").delete(album(album) + "/" + bobs).then().statusCode(204);
    as("alice").delete(album(album) + "/" + bobs).then().statusCode(404);
    as("alice").get(album(album)).then().body("items.text", contains("mine"));
  }

  /** A1, A4. */
  @Test
  void who_may_not_see_a_thing_finds_no_talk_about_it() throws SQLException {
    UUID album = albumWith();
    UUID image = images(1).getFirst();
    String onAlbum = say("alice", album(album), "hidden");
    String onImage = say("alice", image(image), "hidden");
    for (String path : List.of(album(album), album(Ids.next()), image(image), image(Ids.next()))) {
      as("bob").get(path).then().statusCode(404);
      json("bob", Map.of("text", "x")).post(path).then().statusCode(404);
      for (String comment : List.of(onAlbum, onImage)) {
        json("bob", Map.of("text", "x")).patch(path + "/" + comment).then().statusCode(404);
        as("bob").delete(path + "/" + comment).then().statusCode(404);
      }
      String reactions = path.replace("/comments", "/reactions");
      as("bob").get(reactions).then().statusCode(404);
      as("bob").put(reactions + "/👍").then().statusCode(404);
    }
    as("alice").delete(album(album) + "/" + onImage).then().statusCode(404);
    guest().get(album(album)).then().statusCode(401);
    as("alice").get(album(album)).then().body("items.text", contains("hidden"));
  }

  @Test
  void a_grant_of_an_image_lets_one_talk_about_it_and_its_end_does_not() throws SQLException {
    UUID image = images(1).getFirst();
    query("INSERT INTO image_grant (owner_id, image_id, id, label, subject, level, granted_at) VALUES ('%s', '%s', '%s', 'user:bob', 'user:%s', 1, now())"
        .formatted(ALICE, image, Ids.next(), BOB));
    say("bob", image(image), "lovely");
    query("DELETE FROM image_grant WHERE image_id = '" + image + "'");
    as("bob").get(image(image)).then().statusCode(404);
    json("bob", Map.of("text", "x")).post(image(image)).then().statusCode(404);
    as("alice").get(image(image)).then().body("items.text", contains("lovely"));
  }

  @Test
  void nonsense_is_refused_by_name() throws SQLException {
    String path = album(shared(1));
    for (String body : List.of("{}", "{\"text\":\" \"}", "{\"text\":\"" + "x".repeat(4_001) + "\"}")) {
      as("alice").contentType(ContentType.JSON).body(body).post(path).then().statusCode(400).body("errors.field", contains("text"));
    }
    as("alice").contentType(ContentType.JSON).body("{\"text\":\"x\",\"author\":\"me\"}").post(path).then().statusCode(400);
    as("alice").contentType(ContentType.JSON).post(path).then().statusCode(400);
    as("alice").put(path.replace("/comments", "/reactions/💣")).then().statusCode(400).body("errors.field", contains("emoji"));
  }

  @Test
  void each_sign_counts_once_per_person() throws SQLException {
    UUID album = shared(1);
    String reactions = album(album).replace("/comments", "/reactions");
    as("alice").put(reactions + "/👍").then().statusCode(204);
    as("alice").put(reactions + "/👍").then().statusCode(204);
    as("bob").put(reactions + "/👍").then().statusCode(204);
    as("bob").put(reactions + "/❤\uFE0F").then().statusCode(204);
    as("alice").get(reactions).then().statusCode(200)
        .body("items.emoji", contains("👍", "❤")).body("items.count", contains(2, 1)).body("items.mine", contains(true, false));
    as("bob").delete(reactions + "/👍").then().statusCode(204);
    as("bob").delete(reactions + "/👍").then().statusCode(204);
    as("alice").get(reactions).then().body("items.count", contains(1, 1));
  }

  @Test
  void who_is_named_is_told_once_and_only_while_they_may_see_it() throws SQLException {
    as("bob").get("/api/notifications").then().statusCode(200);
    UUID album = shared(1);
    UUID secret = albumWith();
    String comment = say("alice", album(album), "@bob look, @bob, and you too, @alice and @nobody");
    json("alice", Map.of("text", "@bob look again")).patch(album(album) + "/" + comment).then().statusCode(200);
    say("alice", album(secret), "@bob must not know of this");
    JsonPath told = as("bob").get("/api/notifications").then().statusCode(200).extract().jsonPath();
    assertThat(told.getList("items.comment.id")).containsOnlyOnce(comment);
    assertThat(told.getString("items[0].comment.text")).isEqualTo("@bob look again");
    assertThat(told.getString("items[0].album")).isEqualTo(album.toString());
    assertThat(as("bob").get("/api/notifications").asString()).doesNotContain("must not know");
    query("DELETE FROM member WHERE album_id = '" + album + "' AND subject = 'user:" + BOB + "'");
    as("bob").get("/api/notifications").then().body("items.comment.id", not(hasItem(comment)));
  }

  /** D5. */
  @Test
  void what_was_said_about_a_purged_image_goes_with_it() throws SQLException {
    UUID image = images(1).getFirst();
    String link = link("image", image).getString("id");
    say("alice", image(image), "soon gone");
    as("alice").put(image(image).replace("/comments", "/reactions") + "/👍").then().statusCode(204);
    happened(new ImagePurged(image, ALICE, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> query("SELECT 1 FROM comment WHERE thing_id = '" + image + "'") == null);
    assertThat(query("SELECT 1 FROM reaction WHERE thing_id = '" + image + "'")).isNull();
    assertThat(query("SELECT 1 FROM link WHERE id = '" + link + "'")).isNull();
  }

  @Test
  void a_purge_that_only_one_of_two_consumers_has_heard_of_counts() throws SQLException {
    UUID image = images(1).getFirst();
    query("INSERT INTO picture (owner_id, id, life) VALUES ('%s', '%s', 'PURGED')".formatted(ALICE, image)
        + " ON CONFLICT (owner_id, id) DO UPDATE SET life = 'PURGED'");
    json("alice", Map.of("text", "too late")).post(image(image)).then().statusCode(404);
    json("alice", Map.of("image", image)).post("/api/links").then().statusCode(404);
  }

  @Test
  void guests_talk_where_the_link_lets_them_and_hear_only_each_other() throws SQLException {
    UUID image = picture();
    UUID album = albumWith(image);
    say("alice", album(album), "among us");
    String silent = token(link("album", album));
    String open = token(link("album", album, "allowComments", true));
    guest().get(api(silent) + "/comments").then().statusCode(404);
    Map<String, String> words = Map.of("name", "Aunt Mary", "text", "<b>How lovely</b> @bob");
    guest().contentType(ContentType.JSON).body(words).post(api(silent) + "/comments").then().statusCode(404);
    guest().contentType(ContentType.JSON).body(words).post(api(open) + "/comments").then().statusCode(201)
        .body("guest", equalTo(true)).body("author", nullValue());
    guest().contentType(ContentType.JSON).body(words).post(image(open, image) + "/comments").then().statusCode(201);
    guest().contentType(ContentType.JSON).body(words).post(image(open, Ids.next()) + "/comments").then().statusCode(404);
    guest().get(api(open) + "/comments").then().body("items", hasSize(1)).body("items[0].name", equalTo("Aunt Mary"));
    as("alice").get(image(image)).then().body("items.text", contains("<b>How lovely</b> @bob"));
    String id = as("alice").get(album(album)).then().body("items", hasSize(2)).extract().path("items[1].id");
    as("alice").delete(album(album) + "/" + id).then().statusCode(204);
    guest().contentType(ContentType.JSON).body(Map.of("name", " ", "text", "x")).post(api(open) + "/comments").then()
        .statusCode(400).body("errors.field", contains("name"));
  }

  @Test
  void a_guest_edits_and_deletes_their_own_words_and_nobody_elses() {
    UUID image = picture();
    UUID album = albumWith(image);
    String open = token(link("album", album, "allowComments", true));
    String members = json("alice", Map.of("text", "Ours")).post("/api/albums/" + album + "/comments").then().statusCode(201).extract().path("id");
    for (String path : List.of(api(open) + "/comments", image(open, image) + "/comments")) {
      Response said = guest().contentType(ContentType.JSON).body(Map.of("name", "Mary", "text", "Lovly")).post(path);
      String mary = said.header("Guest-Key");
      String own = path + "/" + said.path("id");
      assertThat(mary).matches("[A-Za-z0-9_-]{32}");
      String john = guest().contentType(ContentType.JSON).body(Map.of("name", "John", "text", "Hi")).post(path).header("Guest-Key");
      assertThat(john).isNotEqualTo(mary);
      keyed(mary).body(Map.of("text", "Lovely")).patch(own).then().statusCode(200).body("text", equalTo("Lovely")).body("editedAt", notNullValue());
      for (RequestSpecification other : List.of(keyed(john), keyed("A".repeat(32)), guest().contentType(ContentType.JSON))) {
        other.body(Map.of("text", "Mine")).patch(own).then().statusCode(403);
      }
      keyed(john).delete(own).then().statusCode(403);
      keyed(mary).delete(path + "/" + members).then().statusCode(404);
      keyed("short").delete(own).then().statusCode(400).body("errors.field", contains("Guest-Key"));
      keyed(mary).body(Map.of("text", " ")).patch(own).then().statusCode(400);
      keyed(mary).body(Map.of("name", "Mary", "text", "Again")).post(path).then().statusCode(201).header("Guest-Key", equalTo(mary));
      keyed(mary).delete(own).then().statusCode(204);
      guest().get(path).then().body("items.text", contains("Hi", "Again"));
    }
    as("alice").get("/api/albums/" + album + "/comments").then().body("items.text", contains("Ours", "Hi", "Again")).body("items.guestKey", everyItem(nullValue()));
  }

  @Test
  void guests_react_once_each_where_the_link_lets_them_and_members_see_all() {
    UUID image = picture();
    UUID album = albumWith(image);
    String open = token(link("album", album, "allowComments", true));
    as("alice").put("/api/albums/" + album + "/reactions/❤").then().statusCode(204);
    for (String path : List.of(api(open) + "/reactions", image(open, image) + "/reactions")) {
      String mary = guest().put(path + "/❤").then().statusCode(204).extract().header("Guest-Key");
      keyed(mary).put(path + "/❤").then().statusCode(204);
      String john = guest().put(path + "/❤").then().statusCode(204).extract().header("Guest-Key");
      keyed(mary).get(path).then().body("items.emoji", contains("❤")).body("items[0].count", equalTo(2)).body("items[0].mine", equalTo(true));
      guest().get(path).then().body("items[0].mine", equalTo(false));
      keyed(john).delete(path + "/❤").then().statusCode(204);
      guest().delete(path + "/❤").then().statusCode(204);
      guest().put(path + "/x").then().statusCode(400).body("errors.field", contains("emoji"));
      guest().get(path).then().body("items[0].count", equalTo(1));
    }
    as("alice").get("/api/albums/" + album + "/reactions").then().body("items[0].count", equalTo(2)).body("items[0].mine", equalTo(true));
  }

  private static RequestSpecification keyed(String key) {
    return guest().header("Guest-Key", key).contentType(ContentType.JSON);
  }

  @Test
  void a_guest_who_says_too_much_is_stopped() {
    String token = token(link("album", albumWith(), "allowComments", true));
    for (int i = 0; i < 21; i++) {
      guest("10.7.7.7").contentType(ContentType.JSON).body(Map.of("name", "Bot", "text", "spam " + i)).post(api(token) + "/comments")
          .then().statusCode(i < 20 ? 201 : 429);
    }
    String locked = token(link("album", albumWith(), "allowComments", true, "password", "open sesame"));
    guest().get(api(locked) + "/comments").then().statusCode(403);
  }

  /** An album of Alice with Bob in this role. */
  private UUID shared(int role) throws SQLException {
    UUID album = albumWith();
    query("INSERT INTO member (owner_id, album_id, id, label, subject, role, added_by, added_at) VALUES ('%s', '%s', '%s', 'user:bob', 'user:%s', %d, '%s', now())"
        .formatted(ALICE, album, Ids.next(), BOB, role, ALICE));
    return album;
  }

  private static String album(UUID id) {
    return "/api/albums/" + id + "/comments";
  }

  private static String image(UUID id) {
    return "/api/images/" + id + "/comments";
  }

  private static String say(String user, String path, String text) {
    return json(user, Map.of("text", text)).post(path).then().statusCode(201).extract().path("id");
  }
}
