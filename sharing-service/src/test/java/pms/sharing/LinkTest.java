package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;

@QuarkusTest
class LinkTest extends PublicTest {

  @Test
  void the_token_is_told_once_and_the_rest_ever_after() {
    UUID album = albumWith();
    JsonPath made = link("album", album, "password", "open sesame", "slug", "rome", "viewLimit", 5, "allowDownload", true);
    assertThat(made.getString("url")).matches("https?://[^/]+/s/rome-[A-Za-z0-9_-]{32}");
    as("alice").get("/api/links/" + made.getString("id")).then().statusCode(200)
        .header("ETag", "\"1\"")
        .body("album", equalTo(album.toString()))
        .body("url", nullValue())
        .body("hasPassword", equalTo(true))
        .body("viewLimit", equalTo(5))
        .body("allowDownload", equalTo(true))
        .body("showMetadata", equalTo(false))
        .body("views", equalTo(0));
  }

  /** X3. */
  @Test
  void the_database_knows_neither_token_nor_password() throws SQLException {
    JsonPath made = link("album", albumWith(), "password", "open sesame TELL-NOBODY");
    String row = query("SELECT row_to_json(l)::text FROM link l WHERE id = '" + made.getString("id") + "'");
    assertThat(row).contains("$argon2id$").doesNotContain("TELL-NOBODY", token(made));
    String tables = query("SELECT string_agg(table_name, ',') FROM information_schema.tables WHERE table_schema = 'public'");
    for (String table : tables.split(",")) {
      String all = query("SELECT string_agg(t::text, '') FROM \"" + table + "\" t");
      assertThat(all == null ? "" : all).doesNotContain("TELL-NOBODY", token(made));
    }
  }

  @Test
  void several_links_of_one_album_are_listed_newest_first_and_revoked_one_by_one() {
    UUID album = albumWith();
    String first = link("album", album).getString("id");
    String second = link("album", album).getString("id");
    String third = link("album", album).getString("id");
    var page = as("alice").queryParam("album", album).queryParam("limit", 2).get("/api/links").then().statusCode(200)
        .body("items.id", contains(third, second)).extract().jsonPath();
    as("alice").queryParam("album", album).queryParam("limit", 2).queryParam("after", page.getString("next")).get("/api/links")
        .then().body("items.id", contains(first)).body("next", nullValue());
    as("alice").delete("/api/links/" + second).then().statusCode(204);
    as("alice").delete("/api/links/" + second).then().statusCode(404);
    as("alice").queryParam("album", album).get("/api/links").then().body("items.id", contains(third, first));
    as("alice").get("/api/links").then().body("items.id", hasItem(first)).body("items.id", not(hasItem(second)));
  }

  /** A1, A4: no difference between what is not mine and what is not there. */
  @Test
  void somebody_elses_album_image_and_link_are_not_there() {
    UUID album = albumWith();
    UUID image = images(1).getFirst();
    String id = link("album", album).getString("id");
    for (Object target : List.of(album, Ids.next())) {
      json("bob", Map.of("album", target)).post("/api/links").then().statusCode(404);
    }
    for (Object target : List.of(image, Ids.next())) {
      json("bob", Map.of("image", target)).post("/api/links").then().statusCode(404);
    }
    for (Object link : List.of(id, Ids.next())) {
      as("bob").get("/api/links/" + link).then().statusCode(404);
      as("bob").delete("/api/links/" + link).then().statusCode(404);
      json("bob", Map.of("allowDownload", true)).patch("/api/links/" + link).then().statusCode(404);
    }
    as("bob").queryParam("album", album).get("/api/links").then().statusCode(404);
    as("alice").get("/api/links/" + id).then().statusCode(200).body("allowDownload", equalTo(false));
    guest().get("/api/links").then().statusCode(401);
  }

  @Test
  void a_change_needs_the_revision_that_was_read_if_it_names_one() {
    String path = "/api/links/" + link("album", albumWith()).getString("id");
    json("alice", Map.of("allowDownload", true)).header("If-Match", "\"1\"").patch(path).then()
        .statusCode(200).header("ETag", "\"2\"").body("allowDownload", equalTo(true));
    json("alice", Map.of("allowDownload", false)).header("If-Match", "\"1\"").patch(path).then().statusCode(412);
    json("alice", Map.of("password", "new")).patch(path).then().statusCode(200).body("hasPassword", equalTo(true));
  }

  /** A5. */
  @Test
  void what_only_the_server_sets_and_nonsense_is_refused_by_name() {
    UUID album = albumWith();
    for (String field : List.of("views", "owner", "id", "url", "createdBy", "tokenHash", "nonsense")) {
      json("alice", Map.of("album", album, field, "1")).post("/api/links").then()
          .statusCode(400).contentType("application/problem+json").body("errors.field", contains(field));
    }
    json("alice", Map.of()).post("/api/links").then().statusCode(400).body("errors.field", contains("album"));
    json("alice", Map.of("album", album, "image", Ids.next())).post("/api/links").then().statusCode(400);
    json("alice", Map.of("album", "x")).post("/api/links").then().statusCode(400).body("errors.field", contains("album"));
  }

  @Test
  void making_changing_and_revoking_a_link_is_written_down() {
    UUID album = albumWith();
    String id = link("album", album).getString("id");
    json("alice", Map.of("allowDownload", true)).patch("/api/links/" + id).then().statusCode(200);
    as("alice").delete("/api/links/" + id).then().statusCode(204);
    as("alice").get("/api/albums/" + album + "/audit").then().statusCode(200)
        .body("items.action", hasItem("link-made")).body("items.action", hasItem("link-changed"))
        .body("items.action", hasItem("link-revoked"));
  }

  /** X5: other people's words are nobody's business, so they never clash. */
  @Test
  void the_same_words_in_two_addresses_tell_nobody_anything() {
    JsonPath alices = link("album", albumWith(), "slug", "wedding");
    JsonPath bobs = link("bob", Map.of("album", album("bob", "his"), "slug", "wedding"));
    assertThat(status(api(token(alices)))).isEqualTo(200);
    assertThat(status(api(token(bobs)))).isEqualTo(200);
    assertThat(status(api("wedding"))).isEqualTo(404);
    assertThat(status("/s/wedding")).isEqualTo(404);
  }

  @Test
  void the_album_takes_its_links_with_it() {
    UUID album = albumWith();
    JsonPath link = link("album", album);
    as("alice").delete("/api/albums/" + album).then().statusCode(204);
    assertThat(status(api(token(link)))).isEqualTo(404);
    as("alice").get("/api/links/" + link.getString("id")).then().statusCode(404);
  }

  /** A6: who was removed from an album neither looks through their own links nor deals with any. */
  @Test
  void the_links_of_a_co_owner_end_with_their_say() throws SQLException {
    UUID album = albumWith();
    query("INSERT INTO member (owner_id, album_id, id, label, subject, role, added_by, added_at) VALUES ('%s', '%s', '%s', 'user:bob', 'user:%s', 4, '%s', now())"
        .formatted(ALICE, album, Ids.next(), BOB, ALICE));
    JsonPath bobs = link("bob", Map.of("album", album));
    String alices = link("album", album).getString("id");
    assertThat(status(api(token(bobs)))).isEqualTo(200);
    as("bob").get("/api/links/" + alices).then().statusCode(200);
    query("UPDATE member SET role = 3 WHERE album_id = '" + album + "' AND subject = 'user:" + BOB + "'");
    assertThat(status(api(token(bobs)))).isEqualTo(404);
    as("bob").get("/api/links/" + alices).then().statusCode(404);
    as("bob").delete("/api/links/" + bobs.getString("id")).then().statusCode(404);
    json("bob", Map.of("album", album)).post("/api/links").then().statusCode(403);
    as("alice").queryParam("album", album).get("/api/links").then().body("items.id", hasItem(bobs.getString("id")));
    as("alice").delete("/api/links/" + bobs.getString("id")).then().statusCode(204);
  }
}
