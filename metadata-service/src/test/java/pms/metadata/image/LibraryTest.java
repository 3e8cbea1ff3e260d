package pms.metadata.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.MetadataChanged;
import pms.contracts.MetadataEvent;
import pms.contracts.MetadataExtracted;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Pictures;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** The service on the real servers: events in, events out, and what its HTTP side says meanwhile. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class LibraryTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  private static final TestUser[] OTHER = new TestUser[1];

  @Inject ObjectStore store;

  private TestUser user;

  @BeforeEach
  void newcomer() {
    user = TestUsers.create();
    if (OTHER[0] == null) {
      OTHER[0] = TestUsers.create();
    }
  }

  @Test
  void an_uploaded_picture_becomes_ready_when_its_thumbnails_are() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id).body("state", equalTo("processing"));
    thumbnails(id, 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> "ready".equals(state(id)));
    image(id)
        .header("ETag", "\"1\"")
        .body("owner", equalTo(user.id()))
        .body("fileName", equalTo("a.jpg"))
        .body("type", equalTo("image/jpeg"))
        .body("width", equalTo(40))
        .body("takenAt.local", equalTo("2008-05-30T15:56:01"))
        .body("takenAt.offset", equalTo("+02:00"))
        .body("takenAt.instant", equalTo("2008-05-30T13:56:01Z"))
        .body("takenAt.source", equalTo("exif"))
        .body("camera.make", equalTo("Nikon"))
        .body("camera.model", equalTo("D70"))
        .body("exposure.iso", equalTo(400))
        .body("location.place", equalTo("Paris, France"))
        .body("title", equalTo("Tower"))
        .body("tags", contains("tower", "Été", "river", "Nikon", "spring", "portrait", "Paris", "France"))
        .body("automaticTags", contains("Nikon", "spring", "portrait", "Paris", "France"))
        .body("rating", equalTo(4))
        .body("favourite", equalTo(false))
        .body("thumbhash", equalTo("aGFzaA=="))
        .body("version", equalTo(1))
        .body("trashedAt", nullValue());
  }

  @Test
  void an_edited_picture_is_not_ready_before_its_new_thumbnails_are() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    thumbnails(id, 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> "ready".equals(state(id)));
    Announcer.send(Topics.IMAGE_EDITED, new VersionCreated(id, user.id(), 2, 1, 30, 20, user.id(), 1, 1, NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> "processing".equals(state(id)));
    as(user).get("/api/images").then().body("items[0].state", equalTo("processing"))
        .body("items[0].version", equalTo(2)).body("items[0].width", equalTo(30)).body("items[0].thumbhash", equalTo("aGFzaA=="));
    Announcer.send(Topics.THUMBNAIL_READY, new ThumbnailsReady(id, user.id(), 2, 2, List.of(), 30, 20, "aGFzaDI=", null, 0, NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> "ready".equals(state(id)));
    image(id).header("ETag", "\"1\"").body("version", equalTo(2)).body("thumbhash", equalTo("aGFzaDI="));
  }

  @Test
  void what_was_found_is_announced_as_a_snapshot() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 1);
    MetadataEvent event = Announcer.metadataOf(id).getFirst();
    assertThat(event).isInstanceOf(MetadataExtracted.class);
    assertThat(event.owner()).isEqualTo(user.id());
    assertThat(event.revision()).isEqualTo(1);
    assertThat(event.metadata().camera().make()).isEqualTo("Nikon");
    assertThat(event.metadata().location().place()).isEqualTo("Paris, France");
    assertThat(event.metadata().orientation()).isEqualTo(6);
  }

  @Test
  void everything_found_in_the_file_can_be_listed() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    as(user).get("/api/images/" + id + "/metadata").then().statusCode(200)
        .body("exif.Make", equalTo("NIKON CORPORATION"))
        .body("iptc.Keywords", equalTo("river"))
        .body("xmp.'xmp:Rating'", equalTo("4"))
        .body("warnings", hasSize(0));
  }

  @Test
  void thumbnails_that_come_first_are_remembered() {
    UUID id = Ids.next();
    thumbnails(id, 1);
    Announcer.send(Topics.IMAGE_DELETED, new ImageTrashed(id, user.id(), 1, NOW));
    upload(id, Pictures.paris(), "image/jpeg", UUID.randomUUID());
    await().atMost(Duration.ofSeconds(60)).until(() -> "ready".equals(state(id)));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> image(id).body("trashedAt", equalTo("2026-02-03T04:05:06Z")));
  }

  @Test
  void an_event_that_comes_twice_counts_once() {
    UUID id = Ids.next();
    UUID eventId = UUID.randomUUID();
    upload(id, Pictures.paris(), "image/jpeg", eventId);
    awaitExtracted(id);
    upload(id, Pictures.paris(), "image/jpeg", eventId);
    UUID next = upload(Pictures.jpeg(4, 4), "image/jpeg");
    awaitExtracted(next);
    image(id).header("ETag", "\"1\"");
    assertThat(Announcer.metadataOf(id)).hasSize(1);
  }

  @Test
  void a_purged_image_stays_gone_whatever_comes_later() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    Announcer.send(Topics.IMAGE_DELETED, new ImagePurged(id, user.id(), 5, NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> as(user).get("/api/images/" + id).statusCode() == 404);
    thumbnails(id, 1);
    Announcer.send(Topics.IMAGE_DELETED, new ImageRestored(id, user.id(), 6, NOW));
    upload(id, Pictures.paris(), "image/jpeg", UUID.randomUUID());
    UUID next = upload(Pictures.jpeg(4, 4), "image/jpeg");
    awaitExtracted(next);
    image404(user, id);
    as(user).get("/api/images").then().body("items.id", contains(next.toString()));
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 2);
    MetadataEvent last = Announcer.metadataOf(id).getLast();
    assertThat(last.revision()).isEqualTo(2);
    assertThat(last.metadata().camera()).isNull();
    assertThat(last.metadata().tags()).isEmpty();
  }

  @Test
  void a_purge_that_comes_first_wins() {
    UUID id = Ids.next();
    Announcer.send(Topics.IMAGE_DELETED, new ImagePurged(id, user.id(), 1, NOW));
    UUID next = upload(Pictures.jpeg(4, 4), "image/jpeg");
    awaitExtracted(next);
    UploadStandIn.UPLOADED.put(id, user.token());
    await().atMost(Duration.ofSeconds(60)).until(() -> as(user).get("/api/images/" + id).statusCode() == 404);
    upload(id, Pictures.paris(), "image/jpeg", UUID.randomUUID());
    UUID last = upload(Pictures.jpeg(5, 5), "image/jpeg");
    awaitExtracted(last);
    image404(user, id);
  }

  @Test
  void garbage_is_parked_and_the_next_event_is_handled() {
    UUID id = Ids.next();
    Announcer.sendRaw("image-uploaded", id.toString(), "garbage".getBytes(), "pms.ImageUploaded", UUID.randomUUID());
    Announcer.sendRaw("image-uploaded", id.toString(), "{}".getBytes(), "pms.ThumbnailsReady", UUID.randomUUID());
    Announcer.sendRaw("image-uploaded", id.toString(), "{}".getBytes(), "pms.OfTheFuture", UUID.randomUUID());
    upload(id, Pictures.paris(), "image/jpeg", UUID.randomUUID());
    awaitExtracted(id);
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.recordsOf(Topics.parked("metadata")).stream().filter(r -> id.toString().equals(r.key())).count() == 2);
  }

  @Test
  void a_broken_file_has_warnings_and_becomes_ready_all_the_same() {
    byte[] broken = Pictures.paris();
    Arrays.fill(broken, 40, 400, (byte) 0xFF);
    UUID id = upload(broken, "image/jpeg");
    thumbnails(id, 1);
    await().atMost(Duration.ofSeconds(60)).until(() -> "ready".equals(state(id)));
    UUID heic = upload("not read here".getBytes(), "image/heic");
    awaitExtracted(heic).body("warnings", hasSize(1)).body("camera", nullValue()).body("width", equalTo(60));
  }

  @Test
  void an_image_that_cannot_be_shown_says_why() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    Announcer.send(Topics.THUMBNAIL_READY, new ThumbnailsFailed(id, user.id(), 1, 1, "The file ends in the middle.", NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> "failed".equals(state(id)));
    image(id).body("reason", equalTo("The file ends in the middle."));
  }

  @Test
  void the_library_is_paged_newest_capture_first_and_stays_stable_while_it_grows() {
    List<String> ids = new ArrayList<>();
    for (int year = 2001; year <= 2007; year++) {
      ids.addFirst(upload(taken(year), "image/jpeg").toString());
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> as(user).get("/api/images").jsonPath().getList("items.takenAt.local").stream().filter(Objects::nonNull).count() == 7);
    JsonPath first = as(user).get("/api/images?limit=3").then().statusCode(200).extract().jsonPath();
    UUID newer = upload(taken(2020), "image/jpeg");
    awaitExtracted(newer);
    List<String> seen = new ArrayList<>(first.getList("items.id"));
    String next = first.getString("next");
    while (next != null) {
      JsonPath page = as(user).get("/api/images?limit=3&before=" + next).then().statusCode(200).extract().jsonPath();
      seen.addAll(page.getList("items.id"));
      next = page.getString("next");
    }
    assertThat(seen).isEqualTo(ids);
    as(user).get("/api/images?limit=1").then().body("items.id", contains(newer.toString()));
  }

  @Test
  void a_picture_without_capture_time_is_sorted_by_its_upload() {
    UUID unknown = upload(Pictures.jpeg(4, 4), "image/jpeg");
    UUID old = upload(taken(2001), "image/jpeg");
    awaitExtracted(unknown).body("takenAt", nullValue());
    awaitExtracted(old);
    as(user).get("/api/images").then().body("items.id", contains(unknown.toString(), old.toString())).body("next", nullValue());
  }

  @Test
  void bad_limits_and_cursors_are_named() {
    for (String limit : List.of("0", "501", "-1", "abc", "1e9", "99999999999")) {
      as(user).get("/api/images?limit=" + limit).then().statusCode(400).body("errors[0].field", equalTo("limit"));
    }
    for (String path : List.of("/api/images", "/api/trash")) {
      as(user).get(path + "?before=nonsense").then().statusCode(400).body("errors[0].field", equalTo("before"));
    }
  }

  @Test
  void the_trash_has_its_own_list_and_its_images_stay_readable() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    Announcer.send(Topics.IMAGE_DELETED, new ImageTrashed(id, user.id(), 1, NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> as(user).get("/api/trash").jsonPath().getList("items").size() == 1);
    as(user).get("/api/images").then().body("items", hasSize(0));
    image(id).body("trashedAt", notNullValue());
    Announcer.send(Topics.IMAGE_DELETED, new ImageRestored(id, user.id(), 2, NOW));
    await().atMost(Duration.ofSeconds(60)).until(() -> as(user).get("/api/images").jsonPath().getList("items").size() == 1);
    Announcer.send(Topics.IMAGE_DELETED, new ImageTrashed(id, user.id(), 1, NOW));
    as(user).get("/api/trash").then().body("items", hasSize(0));
  }

  @Test
  void a_patch_changes_what_counts_and_is_announced() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    patch(user, id, "{\"title\":\"Mine\",\"tags\":[\"x\",\"X\"],\"rating\":null,\"favourite\":true,\"takenAt\":{\"local\":\"1999-12-31T23:59:00\"}}")
        .statusCode(200).header("ETag", "\"2\"")
        .body("title", equalTo("Mine")).body("tags", contains("x")).body("rating", nullValue()).body("favourite", equalTo(true))
        .body("takenAt.local", equalTo("1999-12-31T23:59:00")).body("takenAt.source", equalTo("person"))
        .body("description", equalTo("Seen from the river"));
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 2);
    MetadataEvent changed = Announcer.metadataOf(id).getLast();
    assertThat(changed).isInstanceOf(MetadataChanged.class);
    assertThat(changed.revision()).isEqualTo(2);
    assertThat(changed.metadata().title()).isEqualTo("Mine");
    assertThat(changed.metadata().camera().make()).isEqualTo("Nikon");
  }

  @Test
  void a_patch_of_something_older_is_refused() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    as(user).contentType("application/json").header("If-Match", "\"1\"").body("{\"title\":\"a\"}").patch("/api/images/" + id).then().statusCode(200);
    as(user).contentType("application/json").header("If-Match", "\"1\"").body("{\"title\":\"b\"}").patch("/api/images/" + id).then().statusCode(412);
    image(id).body("title", equalTo("a"));
  }

  @Test
  void a_bad_patch_is_named_and_changes_nothing() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    patch(user, id, "{\"rating\":7}").statusCode(400).body("errors[0].field", equalTo("rating"));
    patch(user, id, "{\"owner\":\"me\"}").statusCode(400).body("errors[0].field", equalTo("owner"));
    patch(user, id, "").statusCode(400).body("errors[0].field", equalTo("body"));
    as(user).contentType("text/plain").body("x").patch("/api/images/" + id).then().statusCode(415);
    image(id).header("ETag", "\"1\"");
  }

  @Test
  void an_image_that_was_just_acknowledged_is_processing() {
    UUID id = Ids.next();
    UploadStandIn.UPLOADED.put(id, user.token());
    image(id).body("state", equalTo("processing")).body("fileName", equalTo("receipt.jpg")).body("bytes", equalTo(12)).header("ETag", "\"0\"");
    as(user).get("/api/images/" + id + "/metadata").then().statusCode(200).body("exif.size()", equalTo(0));
    image404(OTHER[0], id);
  }

  @Test
  void what_is_said_before_the_event_arrives_is_not_lost() {
    UUID id = Ids.next();
    UploadStandIn.UPLOADED.put(id, user.token());
    patch(user, id, "{\"title\":\"Early\"}").statusCode(200).body("state", equalTo("processing"));
    upload(id, Pictures.paris(), "image/jpeg", UUID.randomUUID());
    awaitExtracted(id).body("title", equalTo("Early")).body("camera.make", equalTo("Nikon"));
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).size() == 2);
    assertThat(Announcer.metadataOf(id).getLast().metadata().title()).isEqualTo("Early");
  }

  @Test
  void when_upload_service_cannot_be_asked_the_answer_is_not_404() {
    UUID id = Ids.next();
    UploadStandIn.BROKEN.put(id, 500);
    as(user).get("/api/images/" + id).then().statusCode(503).contentType("application/problem+json");
  }

  @Test
  void somebody_elses_image_does_not_exist() {
    UUID id = upload(Pictures.paris(), "image/jpeg");
    awaitExtracted(id);
    String never = as(OTHER[0]).get("/api/images/" + UUID.randomUUID()).then().statusCode(404).extract().asString();
    String theirs = as(OTHER[0]).get("/api/images/" + id).then().statusCode(404).extract().asString();
    assertThat(bare(theirs)).isEqualTo(bare(never));
    patch(OTHER[0], id, "{\"title\":\"x\"}").statusCode(404);
    as(OTHER[0]).get("/api/images/" + id + "/metadata").then().statusCode(404);
    image(id).body("title", equalTo("Tower"));
  }

  @Test
  void nobody_gets_nothing() {
    for (String path : List.of("/api/images", "/api/trash", "/api/images/" + UUID.randomUUID(), "/api/images/" + UUID.randomUUID() + "/metadata")) {
      given().get(path).then().statusCode(401);
    }
    as(user).get("/api/images/not-an-id").then().statusCode(404);
  }

  @Test
  void a_large_header_is_fetched_piece_by_piece() {
    byte[] picture = Pictures.paris();
    byte[] large = new byte[2 + 40 * 65_537 + picture.length - 2];
    large[0] = (byte) 0xFF;
    large[1] = (byte) 0xD8;
    for (int i = 0; i < 40; i++) {
      int at = 2 + i * 65_537;
      System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) 0xFF, (byte) 0xFF}, 0, large, at, 4);
    }
    System.arraycopy(picture, 2, large, 2 + 40 * 65_537, picture.length - 2);
    UUID id = upload(large, "image/jpeg");
    awaitExtracted(id).body("camera.model", equalTo("D70"));
  }

  @Test
  void a_tiff_is_read_too() {
    UUID id = upload(Pictures.exifOf(Pictures.paris()), "image/tiff");
    awaitExtracted(id).body("camera.model", equalTo("D70"));
  }

  private static byte[] taken(int year) {
    return Pictures.jpeg(4, 4, tags -> tags.getOrCreateExifDirectory().add(
        ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, year + ":06:01 12:00:00"));
  }

  private UUID upload(byte[] file, String type) {
    UUID id = Ids.next();
    upload(id, file, type, UUID.randomUUID());
    return id;
  }

  private void upload(UUID id, byte[] file, String type, UUID eventId) {
    String key = ObjectKeys.original(user.id(), id);
    store.put(key, new ByteArrayInputStream(file), file.length, type);
    ImageUploaded event = new ImageUploaded(id, user.id(), "a.jpg", type, file.length, "0".repeat(64), key, 60, 40, Instant.now());
    Announcer.send(Topics.IMAGE_UPLOADED, event, eventId);
  }

  private void thumbnails(UUID id, long revision) {
    Announcer.send(Topics.THUMBNAIL_READY, new ThumbnailsReady(id, user.id(), 1, revision, List.of(), 40, 60, "aGFzaA==", null, 0, NOW));
  }

  private ValidatableResponse awaitExtracted(UUID id) {
    await().atMost(Duration.ofSeconds(60)).until(() -> Announcer.metadataOf(id).stream().anyMatch(MetadataExtracted.class::isInstance));
    return image(id);
  }

  private String state(UUID id) {
    return as(user).get("/api/images/" + id).jsonPath().getString("state");
  }

  private ValidatableResponse image(UUID id) {
    return as(user).get("/api/images/" + id).then().statusCode(200);
  }

  private static void image404(TestUser user, UUID id) {
    as(user).get("/api/images/" + id).then().statusCode(404);
  }

  private static ValidatableResponse patch(TestUser user, UUID id, String body) {
    return as(user).contentType("application/merge-patch+json").body(body.getBytes()).patch("/api/images/" + id).then();
  }

  private static RequestSpecification as(TestUser user) {
    return given().auth().oauth2(user.token());
  }

  /** Without what differs between any two answers: the address asked for, and the trace. */
  private static String bare(String problem) {
    return problem.replaceAll("\"(instance|trace)\":\"[^\"]*\",?", "");
  }
}
