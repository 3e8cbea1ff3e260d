package pms.processing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageUploaded;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.processing.ServiceTest;

/** From the upload to the thumbnails, and to the end. */
@QuarkusTest
class ProcessingTest extends ServiceTest {

  @Test
  void an_upload_becomes_three_thumbnails_and_one_event() {
    UUID id = upload(Ids.next(), PICTURE);
    ThumbnailsReady ready = (ThumbnailsReady) told(id);
    assertThat(ready.owner()).isEqualTo(alice);
    assertThat(ready.version()).isEqualTo(1);
    assertThat(ready.revision()).isEqualTo(1);
    assertThat(List.of(ready.width(), ready.height())).containsExactly(1500, 1600);
    assertThat(Base64.getDecoder().decode(ready.thumbhash())).hasSizeBetween(15, 30);
    assertThat(ready.renditions())
        .extracting(r -> r.size() + " " + r.width() + "x" + r.height() + " " + r.format())
        .contains("large 1440x1536 image/jpeg", "medium 720x768 image/jpeg", "small 250x267 image/jpeg");
    assertThat(store.list(ObjectKeys.renditions(alice, id))).hasSize(ready.renditions().size());
    Response small = get("alice", id, "small");
    assertThat(size(small)).isEqualTo("250x267");
    assertThat(ready.renditions().getLast().bytes()).isEqualTo(small.asByteArray().length);
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
    assertThat(version(id, 1).attempts).isZero();
  }

  @Test
  void purging_removes_everything_for_ever() {
    UUID id = ready(PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> store.list(ObjectKeys.renditions(alice, id)).findAny().isEmpty());
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
    await().atMost(Duration.ofSeconds(60)).until(() -> find(id) != null && find(id).purged);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    UUID later = upload(Ids.next(), PICTURE);
    told(later);
    await().atMost(Duration.ofSeconds(60)).until(() -> row(id).sweeps == 0);
    assertThat(wire.told(id)).isEmpty();
    assertThat(store.list(ObjectKeys.renditions(alice, id))).isEmpty();
  }

  @Test
  void a_rendering_that_ends_after_the_purge_leaves_nothing_behind() {
    UUID id = ready(PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> row(id).purged && row(id).sweeps == 0);
    String late = ObjectKeys.rendition(alice, id, 1, "late/small.jpg");
    store.put(late, new ByteArrayInputStream(PICTURE), PICTURE.length, "image/jpeg");
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    await().atMost(Duration.ofSeconds(60)).until(() -> store.stat(late).isEmpty());
  }

  /** H10: neither a restart, when events may come again, nor anything else but a word of whoever operates it tries it again. */
  @Test
  void a_picture_that_stopped_the_program_three_times_is_given_up_until_somebody_says_so() {
    UUID id = Ids.next();
    store(id, PICTURE);
    begun(id, 3);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    ThumbnailsFailed failed = (ThumbnailsFailed) told(id);
    assertThat(failed.reason()).isEqualTo("The picture could not be processed: it stopped the program three times.");
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    told(upload(Ids.next(), PICTURE));
    told(upload(Ids.next(), PICTURE));
    assertThat(wire.told(id)).hasSize(1);
    redo("admin", "{\"state\":\"failed\"}").then().statusCode(202);
    await().atMost(Duration.ofSeconds(60)).until(() -> wire.told(id).getLast() instanceof ThumbnailsReady);
    get("alice", id, "small").then().statusCode(200);
  }

  @Test
  void a_picture_whose_rendering_died_once_gets_another_try() {
    UUID id = Ids.next();
    store(id, PICTURE);
    begun(id, 1);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    assertThat(told(id)).isInstanceOf(ThumbnailsReady.class);
    assertThat(version(id, 1).attempts).isZero();
  }

  @Test
  void a_missing_original_is_tried_again_and_does_not_count_as_a_crash() {
    UUID id = Ids.next();
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    await().atMost(Duration.ofSeconds(60)).until(() -> find(id) != null);
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
    await().atMost(Duration.ofSeconds(60)).until(() -> wire.told(id).size() == 2);
    assertThat(wire.told(id).getLast().revision()).isEqualTo(2);
  }

  @Test
  void only_an_administrator_may_ask_for_another_try() {
    redo("alice", "{\"state\":\"failed\"}").then().statusCode(403);
    redo("admin", "{\"state\":\"ready\"}").then().statusCode(400).body("errors[0].field", equalTo("state"));
    redo("admin", "{\"status\":\"failed\"}").then().statusCode(400);
    redo("admin", "").then().statusCode(400);
  }

  /** Renderings of it were begun and never ended. */
  private void begun(UUID id, int attempts) {
    QuarkusTransaction.requiringNew().run(() -> {
      ImageUploaded uploaded = uploaded(id, PICTURE);
      Image.lockOrMake(new ImageKey(alice, id)).learn(uploaded);
      Version version = Version.original(uploaded);
      version.attempts = attempts;
      version.persist();
    });
  }

  private static Image row(UUID id) {
    return Objects.requireNonNull(find(id));
  }

  private static Image find(UUID id) {
    return QuarkusTransaction.requiringNew().call(() -> Image.of(id).orElse(null));
  }

  private Version version(UUID id, int number) {
    return QuarkusTransaction.requiringNew().call(() -> Version.of(new ImageKey(alice, id), number).orElseThrow());
  }

  private static Response redo(String user, String body) {
    return as(user).contentType("application/json").body(body).post("/api/admin/processing/redo");
  }
}
