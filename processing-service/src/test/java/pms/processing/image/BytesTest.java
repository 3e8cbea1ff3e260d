package pms.processing.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.Topics;
import pms.processing.ServiceTest;
import pms.processing.SharingStandIn;
import pms.processing.render.GuardedEngine;
import pms.processing.render.OutputFormat;
import pms.processing.render.TestPictures;

/** Who gets which bytes, and how. */
@QuarkusTest
class BytesTest extends ServiceTest {

  @Inject GuardedEngine engine;

  @Test
  void a_thumbnail_can_be_kept_and_asked_for_again() {
    UUID id = ready(PICTURE);
    Response first = get("alice", id, "medium");
    String tag = first.header("ETag");
    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    first.then().statusCode(200).contentType("image/jpeg").header("Cache-Control", "private, no-cache")
        .header("Vary", containsString("Authorization")).header("X-Content-Type-Options", "nosniff")
        .header("Content-Length", String.valueOf(first.asByteArray().length));
    as("alice").header("If-None-Match", tag).get(thumbnail(id, "medium")).then().statusCode(304).header("ETag", tag);
    as("alice").header("If-None-Match", "\"other\"").get(thumbnail(id, "medium")).then().statusCode(200);
    as("alice").get(thumbnail(id, "medium") + "?version=1").then().statusCode(200)
        .header("Cache-Control", "private, max-age=31536000, immutable");
    Response head = as("alice").head(thumbnail(id, "medium"));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(first.header("Content-Length"));
    assertThat(head.header("ETag")).isEqualTo(tag);
  }

  @Test
  void the_original_comes_back_byte_by_byte() {
    UUID id = ready(PICTURE);
    Response whole = as("alice").get(original(id));
    whole.then().statusCode(200).contentType("image/jpeg").header("Accept-Ranges", "bytes")
        .header("ETag", "\"" + "ab".repeat(32) + "\"").header("Content-Security-Policy", "sandbox")
        .header("X-Content-Type-Options", "nosniff").header("Cache-Control", "private, no-cache")
        .header("Content-Disposition", "inline; filename=\"Ferien in _rhus.jpg\"; filename*=UTF-8''Ferien%20in%20%C3%85rhus.jpg")
        .header("Content-Length", String.valueOf(PICTURE.length));
    assertThat(whole.asByteArray()).isEqualTo(PICTURE);
    as("alice").get(original(id) + "?download").then().header("Content-Disposition", containsString("attachment; "));
    Response head = as("alice").head(original(id));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(PICTURE.length));
    as("alice").header("If-None-Match", whole.header("ETag")).get(original(id)).then().statusCode(304);
  }

  /** L4: what a stripped download tells. */
  @Test
  void the_original_comes_without_what_it_tells_of_people_and_places() {
    UUID id = ready(withComment(PICTURE, "Canary of a secret place"));
    Response whole = as("alice").get(original(id));
    assertThat(latin(whole)).contains("Canary");
    Response stripped = as("alice").get(original(id) + "?strip=all");
    stripped.then().statusCode(200).contentType("image/jpeg").header("Accept-Ranges", "none")
        .header("ETag", "\"" + "ab".repeat(32) + "-all\"").header("Content-Disposition", containsString("inline; "))
        .header("Content-Security-Policy", "sandbox");
    assertThat(latin(stripped)).doesNotContain("Canary").contains("Exif");
    assertThat(picture(stripped).getRGB(0, 0, 1600, 1500, null, 0, 1600)).isEqualTo(picture(whole).getRGB(0, 0, 1600, 1500, null, 0, 1600));
    as("alice").header("If-None-Match", stripped.header("ETag")).get(original(id) + "?strip=all").then().statusCode(304);
    assertThat(as("alice").get(original(id) + "?strip=gps").header("ETag")).endsWith("-gps\"");
    as("alice").get(original(id) + "?strip=names").then().statusCode(400).body("errors[0].field", equalTo("strip"));
    assertThat(as("alice").head(original(id) + "?strip=all").statusCode()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_stripped_says_so() {
    UUID id = ready(TestPictures.gif(TestPictures.scene(60, 40)));
    as("alice").get(original(id) + "?strip=all").then().statusCode(415).body("type", equalTo("urn:pms:problem:cannot-strip"));
  }

  @Test
  void a_thumbnail_comes_in_the_format_that_the_client_names() {
    UUID id = ready(PICTURE);
    List<OutputFormat> writes = engine.info().writes();
    String webp = writes.contains(OutputFormat.WEBP) ? "image/webp" : "image/jpeg";
    String avif = writes.contains(OutputFormat.AVIF) ? "image/avif" : "image/jpeg";
    for (String size : List.of("small", "medium", "large")) {
      as("alice").accept("image/avif,image/webp,image/*,*/*;q=0.8").get(thumbnail(id, size)).then().statusCode(200).contentType(webp)
          .header("Vary", containsString("Accept"));
      as("alice").accept("*/*").get(thumbnail(id, size)).then().statusCode(200).contentType("image/jpeg");
    }
    Response first = as("alice").accept("image/avif").get(thumbnail(id, "small"));
    first.then().statusCode(200).contentType(avif);
    assertThat(as("alice").accept("image/avif").get(thumbnail(id, "small")).asByteArray()).isEqualTo(first.asByteArray());
  }

  private static byte[] withComment(byte[] jpeg, String comment) {
    byte[] text = comment.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(jpeg.length + text.length + 4).put(jpeg, 0, 2).putShort((short) 0xFFFE)
        .putShort((short) (text.length + 2)).put(text).put(jpeg, 2, jpeg.length - 2).array();
  }

  private static String latin(Response response) {
    return new String(response.then().statusCode(200).extract().asByteArray(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void parts_of_the_original_can_be_had() {
    UUID id = ready(PICTURE);
    int length = PICTURE.length;
    part(id, "bytes=0-9", 206, 0, 10, "bytes 0-9/" + length);
    part(id, "bytes=100-", 206, 100, length, "bytes 100-" + (length - 1) + "/" + length);
    part(id, "bytes=-7", 206, length - 7, length, "bytes " + (length - 7) + "-" + (length - 1) + "/" + length);
    part(id, "bytes=0-1,5-6", 200, 0, length, null);
    as("alice").header("Range", "bytes=" + length + "-").get(original(id)).then().statusCode(416)
        .header("Content-Range", "bytes */" + length);
    as("alice").header("Range", "bytes=0-9").header("If-Range", "\"other\"").get(original(id)).then().statusCode(200);
    as("alice").header("Range", "bytes=0-9").header("If-Range", "\"" + "ab".repeat(32) + "\"").get(original(id)).then().statusCode(206);
  }

  private void part(UUID id, String range, int status, int from, int to, String contentRange) {
    Response part = as("alice").header("Range", range).get(original(id));
    part.then().statusCode(status).header("Content-Range", contentRange == null ? nullValue() : equalTo(contentRange));
    assertThat(part.asByteArray()).isEqualTo(Arrays.copyOfRange(PICTURE, from, to));
  }

  @Test
  void somebody_else_s_picture_never_existed() {
    UUID id = ready(withLastDigit('0'), PICTURE);
    Response mine = get("bob", id, "small");
    UUID never = withLastDigit('0');
    Response nothing = get("bob", never, "small");
    assertThat(mine.statusCode()).isEqualTo(404);
    assertThat(strip(mine)).isEqualTo(strip(nothing));
    assertThat(SharingStandIn.ASKED).as("so that the time tells nothing").contains(id.toString(), never.toString());
    as("bob").get(original(id)).then().statusCode(404);
    as("bob").head(original(id)).then().statusCode(404);
    given().get(thumbnail(id, "small")).then().statusCode(401);
    given().get(original(id)).then().statusCode(401);
  }

  private static String strip(Response response) {
    return response.asString().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id").replaceAll("\"trace\":\"[0-9a-f]+\"", "");
  }

  @Test
  void a_shared_picture_is_seen_until_it_is_in_the_trash() {
    UUID id = ready(withLastDigit('a'), PICTURE);
    get("bob", id, "small").then().statusCode(200);
    as("bob").get(original(id)).then().statusCode(200);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImageTrashed(id, alice, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> row(id).trashed);
    get("bob", id, "small").then().statusCode(404);
    get("alice", id, "small").then().statusCode(200);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImageRestored(id, alice, 2, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> !row(id).trashed);
    get("bob", id, "small").then().statusCode(200);
  }

  @Test
  void no_answer_from_the_sharing_service_is_a_no() {
    UUID id = ready(withLastDigit('e'), PICTURE);
    get("bob", id, "small").then().statusCode(404);
    get("alice", id, "small").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"huge,400", "Small,400", "small?version=0,400", "small?version=x,400", "small?version=2,404"})
  void a_thumbnail_that_cannot_be_is_refused(String size, int status) {
    UUID id = ready(PICTURE);
    get("alice", id, size).then().statusCode(status).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc"})
  void an_unknown_id_is_not_found(String id) {
    as("alice").get("/api/images/" + id + "/original").then().statusCode(404);
    as("alice").urlEncodingEnabled(false).get("/api/images/" + id + "/thumbnails/small").then().statusCode(404);
  }

  private static Image row(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> Image.of(id).orElseThrow());
  }
}
