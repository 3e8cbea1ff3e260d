package pms.processing.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;
import pms.processing.ServiceTest;
import pms.processing.render.TestPictures;

/** Originals that others took the place of, on real back ends. */
@QuarkusTest
class ReplacedTest extends ServiceTest {

  private static final byte[] OTHER = TestPictures.png(TestPictures.scene(900, 600));
  private static final String TURN = "{\"op\":\"rotate\",\"degrees\":90}";

  @Test
  void a_new_original_is_a_new_version_and_the_history_keeps_the_old_bytes() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + TURN + "]").then().statusCode(201);
    told(id, 2);
    replace(id, 2);
    ThumbnailsReady ready = (ThumbnailsReady) told(id, 3);
    assertThat(List.of(ready.width(), ready.height(), ready.original())).containsExactly(900, 600, 2);
    assertThat(wire.edited(id).getLast()).isInstanceOfSatisfying(VersionCreated.class, created ->
        assertThat(List.of(created.version(), created.basedOn(), created.width(), created.original(), created.originals()))
            .containsExactly(3, 2, 0, 2, 2));
    as("alice").get(image(id) + "/versions").then().header("ETag", "\"3\"").body("items.number", equalTo(List.of(3, 2, 1)))
        .body("items.original", equalTo(List.of(3, 1, 1))).body("items[0].note", equalTo("original replaced"))
        .body("items[0].operations", hasSize(0)).body("items[0].width", equalTo(900)).body("items[0].bytes", equalTo(OTHER.length));

    Response original = as("alice").get(original(id));
    original.then().contentType("image/png").header("Cache-Control", "private, no-cache")
        .header("Content-Disposition", containsString("better.png"));
    assertThat(original.asByteArray()).isEqualTo(OTHER);
    assertThat(as("alice").get(image(id) + "/versions/3/file").asByteArray()).isEqualTo(OTHER);
    assertThat(as("alice").get(image(id) + "/versions/1/file").asByteArray()).isEqualTo(PICTURE);
    assertThat(size(as("alice").get(image(id) + "/versions/2/file"))).isEqualTo("1600x1500");
    assertThat(size(as("alice").get(image(id) + "/render?h=300&version=2"))).isEqualTo("320x300");
    assertThat(size(as("alice").get(image(id) + "/render?h=300"))).isEqualTo("450x300");
    as("alice").get("/internal" + image(id).substring(4) + "/version").then().body("version", equalTo(3)).body("originals", equalTo(2));
    as("bob").get("/internal" + image(id).substring(4) + "/version").then().statusCode(404);
  }

  @Test
  void edits_go_on_from_the_new_original_and_a_revert_brings_the_old_one_back() {
    UUID id = ready(PICTURE);
    replace(id, 2);
    told(id, 2);
    edit("alice", id, "[{\"op\":\"crop\",\"x\":0,\"y\":0,\"width\":900,\"height\":601}]").then().statusCode(400);
    edit("alice", id, "[" + TURN + "]").then().statusCode(201).body("width", equalTo(600)).body("original", equalTo(2));
    as("alice").post(image(id) + "/versions/1/revert").then().statusCode(201)
        .body("number", equalTo(4)).body("original", equalTo(1)).body("width", equalTo(1500)).body("bytes", equalTo(PICTURE.length));
    ThumbnailsReady back = (ThumbnailsReady) told(id, 4);
    assertThat(List.of(back.width(), back.height(), back.original())).containsExactly(1500, 1600, 1);
    assertThat(wire.edited(id).getLast()).isInstanceOfSatisfying(VersionReverted.class, reverted ->
        assertThat(List.of(reverted.version(), reverted.original(), reverted.originals())).containsExactly(4, 1, 2));
    assertThat(as("alice").get(original(id)).asByteArray()).isEqualTo(PICTURE);
    // Upload-service tells that the first one counts again: that is no new version.
    replace(id, 1, 2);
    replace(id, 3);
    told(id, 5);
    as("alice").get(image(id) + "/versions").then().body("items.original", equalTo(List.of(5, 1, 2, 2, 1)));
    as("alice").post(image(id) + "/versions/3/revert").then().statusCode(201).body("original", equalTo(2)).body("height", equalTo(900));
  }

  @Test
  void a_new_original_that_nobody_can_read_is_there_all_the_same() {
    UUID id = ready(PICTURE);
    byte[] unknown = new byte[OTHER.length];
    replace(id, 2, 2, unknown);
    assertThat(told(id, 2)).isInstanceOf(ThumbnailsFailed.class);
    assertThat(as("alice").get(image(id) + "/versions/2/file").asByteArray()).isEqualTo(unknown);
    as("alice").get(image(id) + "/versions?compare=1,2").then().statusCode(200).body("second.version.original", equalTo(2));
    as("alice").post(image(id) + "/versions/1/revert").then().statusCode(201).body("width", equalTo(1500));
  }

  @Test
  void one_recipe_for_many_is_over_the_original_that_each_has_now() {
    UUID id = ready(PICTURE);
    replace(id, 2);
    told(id, 2);
    as("alice").contentType("application/json").body("{\"ids\":[\"" + id + "\"],\"operations\":[" + TURN + "]}")
        .post("/api/images/edits").then().statusCode(200).body("edited", equalTo(1));
    as("alice").get(image(id) + "/versions/3").then().body("original", equalTo(2)).body("width", equalTo(600)).body("height", equalTo(900));
    assertThat(((ThumbnailsReady) told(id, 3)).original()).isZero();
  }

  /** C7: of three records the log has kept the last one; the others come late and twice. */
  @Test
  void the_history_is_the_same_if_the_first_events_come_last() {
    UUID id = Ids.next();
    store(id, PICTURE);
    replace(id, 3);
    assertThat(told(id, 3)).isInstanceOf(ThumbnailsReady.class);
    replace(id, 2);
    wire.send(Topics.IMAGE_UPLOADED, Ids.next(), uploaded(id, PICTURE));
    assertThat(told(id, 1)).isInstanceOf(ThumbnailsReady.class);
    assertThat(told(id, 2)).isInstanceOf(ThumbnailsReady.class);
    as("alice").get(image(id) + "/versions").then().body("items.number", equalTo(List.of(3, 2, 1)))
        .body("items.original", equalTo(List.of(3, 2, 1))).body("items[2].width", equalTo(1500));
  }

  @Test
  void purging_forgets_every_original() {
    UUID id = ready(PICTURE);
    replace(id, 2);
    told(id, 2);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> as("alice").get(original(id)).statusCode() == 404);
    replace(id, 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> store.list(ObjectKeys.renditions(alice, id)).findAny().isEmpty());
    as("alice").get(image(id) + "/versions").then().statusCode(404);
  }

  /** The newest of so many files counts. */
  private void replace(UUID id, int originals) {
    replace(id, originals, originals);
  }

  private void replace(UUID id, int original, int originals) {
    replace(id, original, originals, OTHER);
  }

  private void replace(UUID id, int original, int originals, byte[] other) {
    List<OriginalFile> files = IntStream.rangeClosed(1, originals).mapToObj(number -> file(id, number, other)).toList();
    wire.send(
        Topics.IMAGE_UPLOADED, Ids.next(),
        new OriginalReplaced(id, alice, originals, original, files, Instant.now(), Instant.now()));
  }

  private OriginalFile file(UUID id, int number, byte[] other) {
    if (number == 1) {
      return uploaded(id, PICTURE).file();
    }
    String key = ObjectKeys.replacement(alice, id, new UUID(0, number));
    store.put(key, new ByteArrayInputStream(other), other.length, "image/png");
    return new OriginalFile(number, "better.png", "image/png", other.length, "cd".repeat(32), key, 900, 600, Instant.now());
  }
}
