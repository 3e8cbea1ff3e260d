package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageTrashed;
import pms.contracts.MetadataChanged;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;

/** L3: each setting of a link on each of its routes. */
@QuarkusTest
class PublicLinkTest extends PublicTest {

  private static final byte[] HIDDEN =
      "Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0SERIAL-4711 at 48.8584".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void who_has_the_address_sees_the_album_in_its_order_page_by_page() {
    UUID first = picture();
    UUID second = picture();
    String token = token(link("album", albumWith(second, first)));
    guest().get(api(token)).then().statusCode(200)
        .body("title", equalTo("Summer in Rome")).body("kind", equalTo("album")).body("needsPassword", equalTo(false));
    JsonPath page = guest().queryParam("limit", 1).get(api(token) + "/items").then().statusCode(200).extract().jsonPath();
    assertThat(page.getList("items.id")).containsExactly(second.toString());
    JsonPath rest =
        guest().queryParam("limit", 1).queryParam("after", page.getString("next")).get(api(token) + "/items").jsonPath();
    assertThat(rest.getList("items.id")).containsExactly(first.toString());
    assertThat(rest.getString("next")).isNull();
    for (String size : SIZES) {
      guest().get(image(token, first) + "/thumbnails/" + size).then().statusCode(200)
          .contentType("image/jpeg").body(equalTo(bytes(first, size, 1)));
    }
    guest().get(image(token, first) + "/thumbnails/huge").then().statusCode(400);
  }

  @Test
  void a_link_to_one_image_shows_that_image_and_no_other() {
    UUID shared = picture();
    UUID other = picture();
    String token = token(link("image", shared, "allowDownload", true));
    guest().get(api(token) + "/items").then().statusCode(200).body("items.id", equalTo(List.of(shared.toString())));
    routes(token, shared).forEach(route -> assertThat(status(route)).isEqualTo(200));
    routes(token, other).stream().skip(1).forEach(route -> assertThat(status(route)).isEqualTo(404));
    routes(token, Ids.next()).stream().skip(1).forEach(route -> assertThat(status(route)).isEqualTo(404));
  }

  /** L1: a link opens nothing outside its album. */
  @Test
  void a_picture_of_another_album_is_not_there() {
    UUID inside = picture();
    UUID outside = picture();
    String token = token(link("album", albumWith(inside), "allowDownload", true));
    albumWith(outside);
    routes(token, outside).stream().skip(1).forEach(route -> assertThat(status(route)).isEqualTo(404));
  }

  /** A6: the database is asked at every request. */
  @Test
  void a_revoked_link_is_gone_at_once_on_every_route_and_so_are_its_addresses() {
    UUID image = picture();
    UUID album = albumWith(image);
    JsonPath link = link("album", album, "allowDownload", true);
    String token = token(link);
    JsonPath item = guest().get(api(token) + "/items").jsonPath();
    String pass = guest().get(api(token)).jsonPath().getString("pass");
    String again = token(link("album", album, "allowDownload", true));
    as("alice").delete("/api/links/" + link.getString("id")).then().statusCode(204);
    entrances(token).forEach(route -> assertThat(status(route)).isEqualTo(404));
    for (String route : routes(token, image)) {
      guestWith(pass).get(route).then().statusCode(404);
    }
    assertThat(status(item.getString("items[0].thumbnails.small"))).isEqualTo(404);
    assertThat(status(item.getString("items[0].download"))).isEqualTo(404);
    routes(again, image).forEach(route -> assertThat(status(route)).isEqualTo(200));
  }

  @Test
  void an_expired_link_is_gone_on_every_route() throws SQLException {
    UUID image = picture();
    JsonPath link = link("image", image, "allowDownload", true, "expiresAt", Instant.now().plus(Duration.ofHours(1)).toString());
    String pass = guest().get(api(token(link))).jsonPath().getString("pass");
    routes(token(link), image).forEach(route -> assertThat(status(route)).isEqualTo(200));
    query("UPDATE link SET expires_at = now() - interval '1 second' WHERE id = '" + link.getString("id") + "'");
    entrances(token(link)).forEach(route -> assertThat(status(route)).isEqualTo(404));
    for (String route : routes(token(link), image)) {
      guestWith(pass).get(route).then().statusCode(404);
    }
  }

  /** A1: unknown, revoked and expired are told apart by nothing but the time and the trace. */
  @Test
  void what_is_no_link_any_more_looks_like_what_never_was_one() throws SQLException {
    JsonPath revoked = link("album", albumWith());
    JsonPath expired = link("album", albumWith());
    as("alice").delete("/api/links/" + revoked.getString("id"));
    query("UPDATE link SET expires_at = now() WHERE id = '" + expired.getString("id") + "'");
    String never = "A".repeat(32);
    for (String token : List.of(token(revoked), token(expired))) {
      for (String route : List.of("/api/public/%s", "/api/public/%s/items", "/s/%s")) {
        assertThat(told(route.formatted(token), token)).isEqualTo(told(route.formatted(never), never));
      }
    }
  }

  @Test
  void downloads_are_only_where_the_link_allows_them_and_are_counted() {
    UUID image = picture();
    JsonPath link = link("image", image);
    guest().get(image(token(link), image) + "/download").then().statusCode(404);
    guest().get(image(token(link), image)).then().body("download", nullValue());
    json("alice", Map.of("allowDownload", true)).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    guest().get(image(token(link), image) + "/download").then().statusCode(200);
    guest().head(image(token(link), image) + "/download").then().statusCode(200);
    as("alice").get("/api/links/" + link.getString("id")).then().body("downloads", equalTo(1));
  }

  /** L4: what is not on the list does not leave, in no body and no header. */
  @Test
  void without_metadata_nothing_of_it_leaves_by_any_route() {
    UUID image = picture();
    String token = token(link("image", image, "allowDownload", true));
    List<String> secrets = List.of("48.85", "2.2945", "Paris", "Model X", "2021", "secret", "garden", TITLE, "Under the tree", "IMG_");
    for (String route : routes(token, image)) {
      Response answer = guest().get(route);
      assertThat(answer.statusCode()).isEqualTo(200);
      secrets.forEach(secret -> assertThat(answer.asString() + answer.headers()).doesNotContain(secret));
    }
    assertThat(guest().get(image(token, image)).jsonPath().getMap("")).containsOnlyKeys(
        "id", "width", "height", "thumbhash", "thumbnails", "download");
    guest().get(image(token, image) + "/download").then()
        .header("Content-Disposition", "attachment; filename=\"picture.jpg\"").body(equalTo(bytes(image, "large", 1)));
    assertThat(guest().get("/s/" + token).asString()).doesNotContain(secrets);
  }

  /** L4: the same pixels, and not a byte of what stood between them. */
  @Test
  void the_original_is_given_without_what_is_hidden_in_it() throws IOException, SQLException {
    UUID image = picture();
    byte[] pixels = jpeg();
    byte[] full = ByteBuffer.allocate(pixels.length + HIDDEN.length + 8)
        .put(pixels, 0, 2)
        .putShort((short) 0xffe1).putShort((short) (HIDDEN.length + 2)).put(HIDDEN)
        .putShort((short) 0xfffe).putShort((short) 2)
        .put(pixels, 2, pixels.length - 2)
        .array();
    put(ObjectKeys.original(ALICE, image), full);
    query("UPDATE picture SET bytes = " + full.length + " WHERE id = '" + image + "'");
    JsonPath link = link("image", image, "allowDownload", true);
    Response stripped = guest().get(image(token(link), image) + "/download");
    assertThat(stripped.statusCode()).isEqualTo(200);
    assertThat(stripped.header("Content-Disposition")).isEqualTo("attachment; filename=\"picture.jpg\"");
    assertThat(new String(stripped.asByteArray(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "SERIAL", "48.8584");
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(stripped.asByteArray()));
    assertThat(read.getWidth()).isEqualTo(40);
    guest().head(image(token(link), image) + "/download").then().statusCode(200);
    json("alice", Map.of("showMetadata", true)).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    assertThat(guest().get(image(token(link), image) + "/download").asByteArray()).isEqualTo(full);
  }

  @Test
  void with_metadata_it_is_told_and_the_download_is_the_original() {
    UUID image = picture();
    String token = token(link("image", image, "allowDownload", true, "showMetadata", true));
    guest().get(image(token, image)).then()
        .body("title", equalTo(TITLE)).body("location.latitude", equalTo((float) LATITUDE))
        .body("takenAt.local", equalTo("2021-07-07T12:00:00")).body("fileName", equalTo(FILE_NAME));
    guest().get(image(token, image) + "/download").then()
        .header("Content-Disposition", "attachment; filename=\"" + FILE_NAME + "\"").body(equalTo(ORIGINAL));
  }

  /** L1: an older version may show what was cut away. */
  @Test
  void an_edit_closes_what_was_there_before_it() {
    UUID image = picture();
    String token = token(link("image", image, "allowDownload", true, "showMetadata", true));
    String before = guest().get(image(token, image)).jsonPath().getString("thumbnails.small");
    rendered(image, 2);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        guest().get(image(token, image) + "/thumbnails/small").then().body(equalTo(bytes(image, "small", 2))));
    guest().get(before).then().body(equalTo(bytes(image, "small", 2)));
    guest().get(image(token, image) + "/download").then().body(equalTo(bytes(image, "large", 2)));
  }

  @Test
  void what_goes_to_the_trash_or_is_purged_is_closed() {
    UUID trashed = picture();
    UUID purged = picture();
    String album = token(link("album", albumWith(trashed, purged)));
    String single = token(link("image", purged));
    happened(new ImageTrashed(trashed, ALICE, 1, Instant.now()));
    happened(new ImagePurged(purged, ALICE, 1, Instant.now()));
    // An album's items and a picture's own row follow by two consumers.
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
      guest().get(api(album) + "/items").then().body("items", equalTo(List.of()));
      Stream.of(trashed, purged).forEach(gone -> assertThat(status(image(album, gone) + "/thumbnails/small")).isEqualTo(404));
      entrances(single).forEach(route -> assertThat(status(route)).isEqualTo(404));
      routes(single, purged).forEach(route -> assertThat(status(route)).isEqualTo(404));
    });
  }

  /** L11, D7, H8. */
  @Test
  void bytes_run_nothing_are_kept_shortly_by_their_guest_only_and_set_no_cookie() {
    UUID image = picture();
    String token = token(link("image", image, "allowDownload", true, "showMetadata", true));
    for (String route : List.of("/thumbnails/small", "/download")) {
      Response answer = guest().get(image(token, image) + route);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox");
      assertThat(answer.header("Cache-Control")).startsWith("private");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("X-Robots-Tag")).contains("noindex");
      assertThat(answer.getHeaders().hasHeaderWithName("Set-Cookie")).isFalse();
    }
  }

  @Test
  void bytes_that_are_missing_in_the_store_are_not_there() {
    UUID image = picture();
    String token = token(link("image", image, "allowDownload", true));
    store.delete(ObjectKeys.rendition(ALICE, image, 1, "large.jpg"));
    assertThat(status(image(token, image) + "/download")).isEqualTo(404);
  }

  @Test
  void an_older_snapshot_that_comes_late_changes_nothing() {
    UUID image = picture();
    String token = token(link("image", image, "showMetadata", true));
    tell(Topics.METADATA_EXTRACTED, new MetadataChanged(image, ALICE, 3, metadata("third"), Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> guest().get(image(token, image)).then().body("title", equalTo("third")));
    tell(Topics.METADATA_EXTRACTED, new MetadataChanged(image, ALICE, 2, metadata("second"), Instant.now()));
    picture();
    guest().get(image(token, image)).then().body("title", equalTo("third"));
  }

  private static byte[] jpeg() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
    return out.toByteArray();
  }

  private static String told(String path, String token) {
    Response answer = guest().get(path);
    return answer.statusCode() + answer.contentType()
        + answer.asString().replace(token, "").replaceAll("\"trace\":\"[^\"]*\"", "").replaceAll("nonce=\"[^\"]*\"", "");
  }
}
