package pms.processing.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;
import pms.platform.test.Tokens;
import pms.processing.render.TestPictures;

/** The whole service on real PostgreSQL, Kafka, S3 and Keycloak. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(SharingStandIn.class)
class ProcessingTest {

  private static final byte[] PICTURE =
      TestPictures.withOrientation(TestPictures.jpeg(TestPictures.scene(1600, 1500)), 6, true);

  @Inject ObjectStore store;

  @ConfigProperty(name = "PMS_KAFKA")
  String kafka;

  @ConfigProperty(name = "PMS_TOPIC_PREFIX")
  String prefix;

  private Wire wire;
  private final String alice = subject("alice");

  @BeforeEach
  void open() {
    wire = new Wire(kafka, prefix);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void an_upload_becomes_three_thumbnails_and_one_event() throws IOException {
    UUID id = upload(Ids.next(), PICTURE);
    ThumbnailsReady ready = (ThumbnailsReady) told(id);
    assertThat(ready.owner()).isEqualTo(alice);
    assertThat(ready.version()).isEqualTo(1);
    assertThat(ready.revision()).isEqualTo(1);
    assertThat(List.of(ready.width(), ready.height())).containsExactly(1500, 1600);
    assertThat(Base64.getDecoder().decode(ready.thumbhash())).hasSizeBetween(15, 30);
    assertThat(ready.renditions())
        .extracting(r -> r.size() + " " + r.width() + "x" + r.height() + " " + r.format())
        .containsExactly("large 1440x1536 image/jpeg", "medium 720x768 image/jpeg", "small 250x267 image/jpeg");
    assertThat(store.list(ObjectKeys.renditions(alice, id))).hasSize(3);
    byte[] small = get("alice", id, "small").then().statusCode(200).extract().asByteArray();
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(250, 267);
    assertThat(ready.renditions().getLast().bytes()).isEqualTo(small.length);
  }

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
        .header("X-Content-Type-Options", "nosniff").header("Cache-Control", "private, max-age=31536000, immutable")
        .header("Content-Disposition", "inline; filename=\"Ferien in _rhus.jpg\"; filename*=UTF-8''Ferien%20in%20%C3%85rhus.jpg")
        .header("Content-Length", String.valueOf(PICTURE.length));
    assertThat(whole.asByteArray()).isEqualTo(PICTURE);
    as("alice").get(original(id) + "?download").then().header("Content-Disposition", containsString("attachment; "));
    Response head = as("alice").head(original(id));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(PICTURE.length));
    as("alice").header("If-None-Match", whole.header("ETag")).get(original(id)).then().statusCode(304);
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
  void an_event_that_comes_again_changes_nothing() {
    UUID id = Ids.next();
    UUID event = Ids.next();
    store(id, PICTURE);
    ImageUploaded uploaded = uploaded(id, PICTURE);
    wire.send(Topics.IMAGE_UPLOADED, event, uploaded);
    wire.send(Topics.IMAGE_UPLOADED, event, uploaded);
    told(id);
    wire.send(Topics.IMAGE_UPLOADED, event, uploaded);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded);
    told(upload(Ids.next(), PICTURE));
    told(upload(Ids.next(), PICTURE));
    assertThat(wire.told(id)).hasSize(1);
    assertThat(row(id).revision).isEqualTo(1);
    assertThat(row(id).attempts).isZero();
  }

  @Test
  void purging_removes_everything_for_ever() {
    UUID id = ready(PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(20)).until(() -> store.list(ObjectKeys.renditions(alice, id)).findAny().isEmpty());
    get("alice", id, "small").then().statusCode(404).body("type", equalTo("urn:pms:problem:not-found"));
    as("alice").get(original(id)).then().statusCode(404);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImageRestored(id, alice, 2, Instant.now()));
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    told(upload(Ids.next(), PICTURE));
    assertThat(row(id).purged).isTrue();
    assertThat(row(id).fileName).isNull();
    assertThat(wire.told(id)).hasSize(1);
  }

  @Test
  void a_purge_that_comes_before_its_upload_wins() {
    UUID id = Ids.next();
    store(id, PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(20)).until(() -> find(id) != null && find(id).purged);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    UUID later = upload(Ids.next(), PICTURE);
    told(later);
    await().atMost(Duration.ofSeconds(20)).until(() -> row(id).sweeps == 0);
    assertThat(wire.told(id)).isEmpty();
    assertThat(store.list(ObjectKeys.renditions(alice, id))).isEmpty();
  }

  @Test
  void a_rendering_that_ends_after_the_purge_leaves_nothing_behind() {
    UUID id = ready(PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(20)).until(() -> row(id).purged && row(id).sweeps == 0);
    String late = ObjectKeys.rendition(alice, id, 1, "small.jpg");
    store.put(late, new ByteArrayInputStream(PICTURE), PICTURE.length, "image/jpeg");
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    await().atMost(Duration.ofSeconds(30)).until(() -> store.stat(late).isEmpty());
  }

  @Test
  void a_picture_that_stopped_the_program_three_times_is_given_up() {
    UUID id = Ids.next();
    store(id, PICTURE);
    QuarkusTransaction.requiringNew().run(() -> Image.lockOrMake(new ImageKey(alice, id)).attempts = 3);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    ThumbnailsFailed failed = (ThumbnailsFailed) told(id);
    assertThat(failed.reason()).isEqualTo("The picture could not be processed: it stopped the program three times.");
  }

  @Test
  void a_picture_whose_rendering_died_once_gets_another_try() {
    UUID id = Ids.next();
    store(id, PICTURE);
    QuarkusTransaction.requiringNew().run(() -> Image.lockOrMake(new ImageKey(alice, id)).attempts = 1);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    assertThat(told(id)).isInstanceOf(ThumbnailsReady.class);
    assertThat(row(id).attempts).isZero();
  }

  @Test
  void a_missing_original_is_tried_again_and_does_not_count_as_a_crash() {
    UUID id = Ids.next();
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    await().atMost(Duration.ofSeconds(20)).until(() -> find(id) != null);
    get("alice", id, "small").then().statusCode(404).header("Retry-After", "1")
        .body("type", equalTo("urn:pms:problem:thumbnail-not-ready"));
    store(id, PICTURE);
    assertThat(told(id)).isInstanceOf(ThumbnailsReady.class);
  }

  @Test
  void a_truncated_picture_fails_with_a_reason_and_can_be_done_again() {
    UUID id = upload(Ids.next(), Arrays.copyOf(PICTURE, PICTURE.length / 2));
    ThumbnailsFailed failed = (ThumbnailsFailed) told(id);
    assertThat(failed.reason()).startsWith("The file ends too early");
    get("alice", id, "large").then().statusCode(404).contentType("application/problem+json")
        .body("type", equalTo("urn:pms:problem:thumbnail-failed")).body("detail", equalTo(failed.reason()));
    as("alice").get(original(id)).then().statusCode(200);
    redo("admin", "{\"state\":\"failed\"}").then().statusCode(202);
    await().atMost(Duration.ofSeconds(30)).until(() -> wire.told(id).size() == 2);
    assertThat(wire.told(id).getLast().revision()).isEqualTo(2);
  }

  @Test
  void only_an_administrator_may_ask_for_another_try() {
    redo("alice", "{\"state\":\"failed\"}").then().statusCode(403);
    redo("admin", "{\"state\":\"ready\"}").then().statusCode(400).body("errors[0].field", equalTo("state"));
    redo("admin", "{\"status\":\"failed\"}").then().statusCode(400);
    redo("admin", "").then().statusCode(400);
  }

  @Test
  void somebody_else_s_picture_never_existed() {
    UUID id = ready(withLastDigit('0'), PICTURE);
    Response mine = get("bob", id, "small");
    Response nothing = get("bob", withLastDigit('0'), "small");
    assertThat(mine.statusCode()).isEqualTo(404);
    assertThat(strip(mine)).isEqualTo(strip(nothing));
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
    await().atMost(Duration.ofSeconds(20)).until(() -> row(id).trashed);
    get("bob", id, "small").then().statusCode(404);
    get("alice", id, "small").then().statusCode(200);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImageRestored(id, alice, 2, Instant.now()));
    await().atMost(Duration.ofSeconds(20)).until(() -> !row(id).trashed);
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

  private UUID ready(byte[] file) {
    return ready(Ids.next(), file);
  }

  private UUID ready(UUID id, byte[] file) {
    assertThat(told(upload(id, file))).isInstanceOf(ThumbnailsReady.class);
    return id;
  }

  private UUID upload(UUID id, byte[] file) {
    store(id, file);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, file));
    return id;
  }

  private void store(UUID id, byte[] file) {
    store.put(ObjectKeys.original(alice, id), new ByteArrayInputStream(file), file.length, "image/jpeg");
  }

  private ImageUploaded uploaded(UUID id, byte[] file) {
    return new ImageUploaded(
        id, alice, "Ferien in Århus.jpg", "image/jpeg", file.length, "ab".repeat(32), ObjectKeys.original(alice, id), null, null, Instant.now());
  }

  private ThumbnailEvent told(UUID id) {
    return await().atMost(Duration.ofSeconds(40)).until(() -> wire.told(id), told -> !told.isEmpty()).getFirst();
  }

  private static Image row(UUID id) {
    return Objects.requireNonNull(find(id));
  }

  private static Image find(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> Image.of(id).orElse(null));
  }

  private static UUID withLastDigit(char digit) {
    String id = Ids.next().toString();
    return UUID.fromString(id.substring(0, id.length() - 1) + digit);
  }

  private static Response get(String user, UUID id, String size) {
    return as(user).get(thumbnail(id, size));
  }

  private static Response redo(String user, String body) {
    return as(user).contentType("application/json").body(body).post("/api/admin/processing/redo");
  }

  private static RequestSpecification as(String user) {
    return given().header("Authorization", "Bearer " + Tokens.of(user));
  }

  private static String thumbnail(UUID id, String size) {
    return "/api/images/" + id + "/thumbnails/" + size;
  }

  private static String original(UUID id) {
    return "/api/images/" + id + "/original";
  }

  private static String subject(String user) {
    String payload = Tokens.of(user).split("\\.")[1];
    String json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return json.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
  }
}
