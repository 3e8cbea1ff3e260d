package pms.sharing.guest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.kit.internal.InternalCalls;
import pms.sharing.GuestQueueStandIn;
import pms.sharing.PublicTest;

/** L12: pictures of guests come by an open link that takes them, and nobody but who manages the album sees one that waits. */
@QuarkusTest
class GuestPictureTest extends PublicTest {

  @Inject InternalCalls calls;
  @Inject Settlements settlements;

  @Test
  void only_the_link_of_an_album_takes_pictures() {
    UUID album = albumWith();
    JsonPath link = link("album", album, "allowUpload", true);
    assertThat(link.getBoolean("allowUpload")).isTrue();
    guest().get(api(token(link))).then().body("allowUpload", equalTo(true));
    json("alice", Map.of("image", picture(), "allowUpload", true)).post("/api/links").then()
        .statusCode(400).body("errors.field", contains("allowUpload"));
  }

  @Test
  void upload_service_is_told_whose_a_picture_becomes_as_long_as_the_link_is_open() {
    UUID album = albumWith();
    JsonPath link = link("album", album, "allowUpload", true);
    ask("begin", token(link)).then().statusCode(200)
        .body("link", equalTo(link.getString("id"))).body("album", equalTo(album.toString())).body("owner", equalTo(ALICE));
    ask("finish", token(link)).then().statusCode(200).body("owner", equalTo(ALICE));
    json("alice", Map.of("allowUpload", false)).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    ask("begin", token(link)).then().statusCode(404);
    json("alice", Map.of("allowUpload", true)).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    as("alice").delete("/api/links/" + link.getString("id")).then().statusCode(204);
    ask("begin", token(link)).then().statusCode(404);
    ask("finish", token(link)).then().statusCode(404);
  }

  @Test
  void the_password_and_the_seal_are_asked_for() {
    JsonPath link = link("album", albumWith(), "allowUpload", true, "password", "open sesame");
    ask("begin", token(link)).then().statusCode(403).body("type", equalTo("urn:pms:problem:password-needed"));
    String pass = guest().contentType(ContentType.JSON).body(Map.of("password", "open sesame"))
        .post(api(token(link)) + "/unlock").then().statusCode(200).extract().path("pass");
    asking("begin", token(link)).header("Link-Pass", pass).post("/internal/guest-uploads/begin").then().statusCode(200);
    for (String seal : List.of("", "1", calls.seal("something else"))) {
      guest().contentType(ContentType.JSON).header(InternalCalls.HEADER, seal).body(Map.of("link", token(link)))
          .post("/internal/guest-uploads/begin").then().statusCode(401);
    }
  }

  @Test
  void one_address_sends_so_many_and_no_more() throws SQLException {
    String token = token(link("album", albumWith(), "allowUpload", true));
    String address = "party-" + UUID.randomUUID();
    asking(address, token).post("/internal/guest-uploads/begin").then().statusCode(200);
    query("UPDATE unlock_try SET tries = 500 WHERE subject = 'picture " + address + "'");
    asking(address, token).post("/internal/guest-uploads/begin").then()
        .statusCode(429).body("type", equalTo("urn:pms:problem:too-many-pictures"));
    ask("begin", token).then().statusCode(200);
  }

  @Test
  void who_manages_the_album_sees_what_waits_and_how_much_came() {
    UUID album = albumWith();
    invite("alice", album, "user:bob", "viewer");
    String token = token(link("album", album, "allowUpload", true));
    ask("finish", token).then().statusCode(200);
    ask("finish", token).then().statusCode(200);
    as("alice").get("/api/albums/" + album + "/activity").then()
        .body("items[0].kind", equalTo("guest-pictures-waiting")).body("items[0].amount", equalTo(2));
    as("bob").get("/api/albums/" + album + "/activity").then().body("items.kind", not(contains("guest-pictures-waiting")));
    UUID picture = waits(album);
    as("alice").get(queue(album)).then().statusCode(200)
        .body("items.id", contains(picture.toString())).body("items[0].guest", equalTo("Anna"))
        .body("items[0].fileName", equalTo("a.jpg")).body("items[0].objectKey", nullValue()).body("items[0].owner", nullValue());
    as("bob").get(queue(album)).then().statusCode(403);
    as("bob").get(queue(album) + "/" + picture + "/file").then().statusCode(403);
  }

  /** L11. */
  @Test
  void what_waits_can_be_looked_at_and_runs_nothing() {
    UUID album = albumWith();
    UUID picture = waits(album);
    put(ObjectKeys.original(ALICE, picture), "<script>!");
    Response look = as("alice").get(queue(album) + "/" + picture + "/file");
    assertThat(look.statusCode()).isEqualTo(200);
    assertThat(look.asString()).isEqualTo("<script>!");
    assertThat(look.contentType()).startsWith("image/jpeg");
    assertThat(look.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(look.header("Content-Security-Policy")).startsWith("sandbox");
    assertThat(look.header("Cache-Control")).isEqualTo("private, no-store");
  }

  @Test
  void an_accepted_picture_is_in_the_album_once_however_often_it_is_accepted() {
    UUID album = albumWith();
    UUID picture = waits(album);
    accept(album, picture).then().statusCode(200).body("state", equalTo("accepted")).body("image", equalTo(picture.toString()));
    accept(album, picture).then().statusCode(200).body("image", equalTo(picture.toString()));
    as("alice").get(items(album)).then().body("items.id", contains(picture.toString()));
    as("alice").get("/api/albums/" + album).then().body("count", equalTo(1));
    as("alice").get("/api/albums/" + album + "/activity").then()
        .body("items.kind", contains("guest-picture-accepted")).body("items[0].subject", equalTo("guest:Anna"))
        .body("items[0].images", contains(picture.toString()));
    as("alice").get("/api/images/" + picture + "/audit").then()
        .body("items.action", contains("guest-picture-accepted")).body("items.subject", contains("guest:Anna"))
        .body("items.actor", contains(ALICE)).body("items.album", contains(album.toString()));
    as("alice").delete(queue(album) + "/" + picture).then().statusCode(409);
    assertThat(GuestQueueStandIn.ASKED.stream().filter((picture + "/accept")::equals)).hasSize(1);
  }

  /** L12: not by any other way than the queue, and what comes out of that under an id that is there already is not put over it. */
  @Test
  void a_link_that_takes_pictures_overwrites_nothing() throws SQLException {
    UUID image = picture();
    UUID album = albumWith(image, picture());
    String token = token(link("album", album, "allowUpload", true));
    String before = everything(album, image);
    for (String path : List.of(api(token), api(token) + "/items", image(token, image), image(token, image) + "/thumbnails/small", "/s/" + token)) {
      for (String method : List.of("PUT", "PATCH", "DELETE")) {
        assertThat(guest().contentType("image/jpeg").body("over it".getBytes(StandardCharsets.UTF_8)).request(method, path).statusCode()).as(method + " " + path).isIn(404, 405, 415);
      }
    }
    for (String path : List.of("/api/images/" + image + "/grants", "/api/albums/" + album, items(album), queue(album) + "/" + image + "/accept")) {
      guest().contentType(ContentType.JSON).header("Link-Pass", "any").body("{}").post(path).then().statusCode(anyOf(is(401), is(405)));
    }
    GuestQueueStandIn.waits(album, image, ALICE);
    accept(album, image).then().statusCode(200);
    assertThat(everything(album, image)).isEqualTo(before);
  }

  @Test
  void a_rejected_picture_is_gone_for_good() {
    UUID album = albumWith();
    UUID picture = waits(album);
    as("alice").delete(queue(album) + "/" + picture).then().statusCode(204);
    as("alice").delete(queue(album) + "/" + picture).then().statusCode(204);
    accept(album, picture).then().statusCode(404);
    as("alice").get(queue(album)).then().body("items", empty());
    as("alice").get(items(album)).then().body("items", empty());
    as("alice").delete(queue(album) + "/" + Ids.next()).then().statusCode(404);
  }

  /** Whoever crashes after deciding is finished for, too: the decision is all there is of both. */
  @Test
  void what_was_decided_while_upload_service_was_away_happens_later_and_once() throws SQLException {
    UUID album = albumWith();
    UUID picture = waits(album);
    query("INSERT INTO guest_decision (owner_id, album_id, id, verdict, decided_by, decided_at, settled) VALUES ('"
        + ALICE + "', '" + album + "', '" + picture + "', 'ACCEPT', '" + ALICE + "', now(), false)");
    GuestQueueStandIn.AWAY.add(album);
    accept(album, picture).then().statusCode(202).body("state", equalTo("accepting"));
    settlements.settleRest(Instant.now().plusSeconds(60));
    as("alice").get(items(album)).then().body("items", empty());
    GuestQueueStandIn.AWAY.remove(album);
    as("alice").get(queue(album)).then().body("items", empty());
    as("alice").get(queue(album) + "/" + picture + "/file").then().statusCode(404);
    settlements.settleRest(Instant.now().plusSeconds(60));
    settlements.settleRest(Instant.now().plusSeconds(60));
    as("alice").get(items(album)).then().body("items.id", contains(picture.toString()));
    accept(album, picture).then().statusCode(200).body("image", equalTo(picture.toString()));
  }

  @Test
  void without_room_for_it_nothing_is_decided() {
    UUID album = albumWith();
    UUID picture = waits(album);
    GuestQueueStandIn.FULL.add(album);
    accept(album, picture).then().statusCode(507);
    as("alice").get(queue(album)).then().body("items.id", contains(picture.toString()));
    as("alice").delete(queue(album) + "/" + picture).then().statusCode(204);
  }

  @Test
  void who_has_no_say_in_the_album_any_more_brings_nothing_into_it() {
    UUID album = albumWith();
    UUID picture = Ids.next();
    GuestQueueStandIn.waits(album, picture, BOB);
    accept(album, picture).then().statusCode(409).body("type", equalTo("urn:pms:problem:maker-left"));
    invite("alice", album, "user:bob", "owner");
    as("bob").get("/api/albums").then().statusCode(200);
    accept(album, picture).then().statusCode(200);
    as("alice").get(items(album)).then().body("items.id", contains(picture.toString()));
  }

  /** L3, L5. */
  @Test
  void the_page_has_a_form_where_the_link_takes_pictures_and_says_what_came_of_it() {
    UUID album = albumWith();
    String closed = token(link("album", album));
    guest().get("/s/" + closed).then().body(not(containsString("multipart/form-data")));
    String open = token(link("album", album, "allowUpload", true));
    guest().get("/s/" + open).then()
        .body(containsString("action=\"/s/" + open + "/images\"")).body(containsString("multipart/form-data"))
        .body(not(containsString("role=\"status\"")));
    guest().get("/s/" + open + "?sent=2&refused=too-large").then().body(containsString("2 pictures were sent"))
        .body(containsString("A file was too large."));
    guest().queryParam("sent", "1<script>").get("/s/" + open).then().statusCode(200).body(not(containsString("<script")));
  }

  private String everything(UUID album, UUID image) throws SQLException {
    return query("SELECT string_agg(i::text, '|' ORDER BY i.image_id) FROM album_item i WHERE album_id = '" + album + "'")
        + query("SELECT a.title || a.item_count || a.cover || a.revision FROM album a WHERE id = '" + album + "'")
        + query("SELECT p::text FROM picture p WHERE id = '" + image + "'");
  }

  private Response ask(String what, String token) {
    return asking("10.1.2." + what.length(), token).post("/internal/guest-uploads/" + what);
  }

  private RequestSpecification asking(String address, String token) {
    return given().header("X-Forwarded-For", address).header(InternalCalls.HEADER, calls.seal("guest uploads"))
        .contentType(ContentType.JSON).body(Map.of("link", token));
  }

  /** A picture of Alice's that a guest sent to her album. */
  private static UUID waits(UUID album) {
    UUID picture = Ids.next();
    GuestQueueStandIn.waits(album, picture, ALICE);
    return picture;
  }

  private static String queue(UUID album) {
    return "/api/albums/" + album + "/guest-pictures";
  }

  private static Response accept(UUID album, UUID picture) {
    return as("alice").post(queue(album) + "/" + picture + "/accept");
  }
}
