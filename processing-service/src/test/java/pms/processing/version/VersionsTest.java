package pms.processing.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageTrashed;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;
import pms.processing.ServiceTest;

/** History on real back ends: edits, reverts, files, and who may see what. */
@QuarkusTest
class VersionsTest extends ServiceTest {

  /** The red corner of the upright picture is on its right; this is half of it. */
  private static final String CROP = "{\"op\":\"crop\",\"x\":1100,\"y\":0,\"width\":400,\"height\":500}";
  private static final String TURN = "{\"op\":\"rotate\",\"degrees\":90}";

  @Test
  void an_edit_is_a_new_version_and_the_original_stays_byte_by_byte() {
    UUID id = ready(PICTURE);
    Response edited = as("alice").contentType("application/json")
        .body("{\"operations\":[" + CROP + "," + TURN + "],\"note\":\" only the corner \"}").post(image(id) + "/edits");
    edited.then().statusCode(201).header("ETag", "\"2\"").header("Location", containsString(image(id) + "/versions/2"))
        .body("number", equalTo(2)).body("basedOn", equalTo(1)).body("author", equalTo(alice)).body("authorName", equalTo("alice"))
        .body("note", equalTo("only the corner")).body("width", equalTo(500)).body("height", equalTo(400))
        .body("operations[0].op", equalTo("crop")).body("operations[1].degrees", equalTo(90))
        .body("current", equalTo(true)).body("state", equalTo("processing")).body("bytes", nullValue());
    ThumbnailsReady ready = (ThumbnailsReady) told(id, 2);
    assertThat(List.of(ready.width(), ready.height())).containsExactly(500, 400);
    VersionCreated created = (VersionCreated) wire.edited(id).getFirst();
    assertThat(List.of(created.version(), created.basedOn(), created.width(), created.height())).containsExactly(2, 1, 500, 400);
    assertThat(size(get("alice", id, "small"))).isEqualTo("313x250");
    assertThat(picture(get("alice", id, "small")).getRGB(200, 20) >> 16 & 255).as("red").isGreaterThan(200);
    assertThat(size(as("alice").get(thumbnail(id, "small") + "?version=1"))).isEqualTo("250x267");
    assertThat(as("alice").get(original(id)).asByteArray()).isEqualTo(PICTURE);
    as("alice").get(image(id) + "/versions").then().statusCode(200).header("ETag", "\"2\"").body("items.number", equalTo(List.of(2, 1)))
        .body("items.current", equalTo(List.of(true, false))).body("items[1].operations", hasSize(0))
        .body("items[1].width", equalTo(1500)).body("items[1].height", equalTo(1600)).body("items[1].bytes", equalTo(PICTURE.length))
        .body("items.state", equalTo(List.of("ready", "ready"))).body("next", nullValue());
  }

  /** A11: of many at once with the same base exactly one wins. */
  @Test
  void of_two_people_who_edit_at_once_one_wins() throws Exception {
    UUID id = ready(PICTURE);
    List<Integer> statuses = new ArrayList<>();
    Callable<Integer> turn = () -> edit(id, "\"1\"", TURN).statusCode();
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> each : people.invokeAll(Collections.nCopies(8, turn))) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).containsOnlyOnce(201).contains(412);
    assertThat(Collections.frequency(statuses, 412)).isEqualTo(7);
    edit(id, "\"1\"", CROP).then().statusCode(412).body("type", equalTo("urn:pms:problem:changed-meanwhile"));
    edit(id, "\"1\"", "{\"op\":\"crop\",\"x\":9999,\"y\":0,\"width\":1,\"height\":1}").then().statusCode(412);
    edit(id, "\"2\"", CROP).then().statusCode(201).body("basedOn", equalTo(2));
    edit("alice", id, "[]").then().statusCode(201).body("basedOn", equalTo(3));
    as("alice").header("If-Match", "\"3\"").post(image(id) + "/versions/1/revert").then().statusCode(412);
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(4));
  }

  private static Response edit(UUID id, String ifMatch, String operation) {
    return as("alice").contentType("application/json").header("If-Match", ifMatch)
        .body("{\"operations\":[" + operation + "]}").post(image(id) + "/edits");
  }

  @Test
  void a_revert_is_a_new_version_too_and_gives_identical_pixels() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + CROP + "]").then().statusCode(201);
    told(id, 2);
    as("alice").contentType("application/json").body("{\"note\":\"no\"}").post(image(id) + "/versions/1/revert").then()
        .statusCode(201).body("number", equalTo(3)).body("basedOn", equalTo(1)).body("operations", hasSize(0))
        .body("note", equalTo("no")).body("bytes", equalTo(PICTURE.length));
    told(id, 3);
    assertThat(wire.edited(id).getLast()).isInstanceOfSatisfying(VersionReverted.class, reverted ->
        assertThat(List.of(reverted.version(), reverted.basedOn(), reverted.width(), reverted.height())).containsExactly(3, 1, 1500, 1600));
    byte[] first = as("alice").get(thumbnail(id, "large") + "?version=1").asByteArray();
    assertThat(get("alice", id, "large").asByteArray()).isEqualTo(first);
    as("alice").post(image(id) + "/versions/2/revert").then().statusCode(201).body("number", equalTo(4)).body("width", equalTo(400));
    as("alice").post(image(id) + "/versions/9/revert").then().statusCode(404);
    as("alice").get(image(id) + "/versions?limit=3").then().body("items.number", equalTo(List.of(4, 3, 2))).body("next", equalTo("2"));
    as("alice").get(image(id) + "/versions?limit=3&before=2").then().body("items.number", equalTo(List.of(1))).body("next", nullValue());
  }

  @Test
  void two_versions_can_be_compared() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + CROP + "]");
    edit("alice", id, "[" + CROP + "," + TURN + "]");
    as("alice").get(image(id) + "/versions?compare=2,3").then().statusCode(200)
        .body("first.version.number", equalTo(2)).body("second.version.number", equalTo(3))
        .body("second.file", equalTo(image(id) + "/versions/3/file"))
        .body("second.thumbnail", equalTo(thumbnail(id, "large") + "?version=3"))
        .body("difference.change", equalTo(List.of("kept", "added"))).body("difference[1].operation.op", equalTo("rotate"));
    as("alice").get(image(id) + "/versions?compare=2,4").then().statusCode(404);
    as("alice").get(image(id) + "/versions?compare=2").then().statusCode(400).body("errors[0].field", equalTo("compare"));
    as("alice").get(image(id) + "/versions/3").then().statusCode(200).body("operations", hasSize(2)).header("ETag", "\"3\"");
    as("alice").get(image(id) + "/versions/4").then().statusCode(404);
    as("alice").get(image(id) + "/versions/x").then().statusCode(404);
  }

  @Test
  void any_version_can_be_downloaded_in_full_size() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + CROP + "]");
    Response jpeg = as("alice").get(image(id) + "/versions/2/file");
    jpeg.then().contentType("image/jpeg").header("Cache-Control", "private, max-age=31536000, immutable")
        .header("Content-Disposition", containsString("inline; filename=\"Ferien in _rhus-v2.jpg\""));
    assertThat(size(jpeg)).isEqualTo("400x500");
    assertThat(as("alice").get(image(id) + "/versions/2/file?format=jpeg").asByteArray()).isEqualTo(jpeg.asByteArray());
    as("alice").header("If-None-Match", jpeg.header("ETag")).get(image(id) + "/versions/2/file").then().statusCode(304);
    Response png = as("alice").get(image(id) + "/versions/2/file?format=png&download");
    png.then().contentType("image/png").header("Content-Disposition", containsString("attachment; "));
    assertThat(size(png)).isEqualTo("400x500");
    as("alice").get(image(id) + "/versions/2").then().body("bytes", equalTo(jpeg.asByteArray().length));
    assertThat(as("alice").get(image(id) + "/versions/1/file").asByteArray()).isEqualTo(PICTURE);
    as("alice").header("Range", "bytes=0-1").get(image(id) + "/versions/1/file").then().statusCode(206)
        .header("Content-Range", "bytes 0-1/" + PICTURE.length).header("Content-Length", "2");
    assertThat(size(as("alice").get(image(id) + "/versions/1/file?format=png"))).isEqualTo("1500x1600");
    as("alice").get(image(id) + "/versions/1/file?format=gif").then().statusCode(400).body("errors[0].field", equalTo("format"));
    as("alice").get(image(id) + "/versions/3/file").then().statusCode(404);
  }

  @Test
  void a_preview_shows_the_edit_and_saves_nothing() {
    UUID id = ready(PICTURE);
    Response preview = preview("alice", id, "{\"operations\":[" + CROP + "," + TURN + "],\"width\":250,\"height\":9}");
    preview.then().contentType("image/jpeg").header("Cache-Control", "no-store");
    assertThat(size(preview)).isEqualTo("11x9");
    assertThat(size(preview("alice", id, "{\"operations\":[]}"))).isEqualTo("960x1024");
    preview("alice", id, "{\"operations\":[],\"width\":2049}").then().statusCode(400).body("errors[0].field", equalTo("width"));
    preview("alice", id, "{\"operations\":[],\"format\":\"png\"}").then().statusCode(400).body("errors[0].field", equalTo("format"));
    preview("alice", id, "{\"operations\":[{\"op\":\"flip\"}]}").then().statusCode(400).body("errors[0].field", equalTo("operations[0].axis"));
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(1));
    assertThat(wire.edited(id)).isEmpty();
  }

  private static Response preview(String user, UUID id, String body) {
    return as(user).contentType("application/json").body(body).post(image(id) + "/edits/preview");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"operations\":[{\"op\":\"crop\",\"x\":1400,\"y\":0,\"width\":101,\"height\":5}]} | operations[0].width",
    "{\"operations\":[" + TURN + ",{\"op\":\"spin\"}]}  | operations[1].op",
    "{\"note\":\"x\"}                                   | operations",
    "{\"operations\":[],\"note\":5}                     | note",
    "{\"operations\":[],\"number\":7}                   | number",
    "{\"operations\":[],\"owner\":\"bob\"}              | owner",
    "nonsense                                           | body"
  })
  void what_cannot_be_is_refused_and_nothing_changes(String body, String field) {
    UUID id = ready(PICTURE);
    as("alice").contentType("application/json").body(body).post(image(id) + "/edits").then().statusCode(400)
        .contentType("application/problem+json").body("errors.field", hasItem(field));
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(1));
  }

  @Test
  void a_note_is_not_endless() {
    UUID id = ready(PICTURE);
    String body = "{\"operations\":[],\"note\":\"" + "x".repeat(501) + "\"}";
    as("alice").contentType("application/json").body(body).post(image(id) + "/edits").then().statusCode(400).body("errors[0].field", equalTo("note"));
    edit("alice", id, "[" + "{\"op\":\"flip\",\"axis\":\"vertical\"},".repeat(50) + TURN + "]").then().statusCode(400).body("errors[0].field", equalTo("operations"));
    as("alice").contentType("text/plain").body("x").post(image(id) + "/edits").then().statusCode(415);
  }

  /** A1, A3, A4: the history is its owner's and editors'; who only sees the picture sees the current version. */
  @ParameterizedTest
  @ValueSource(strings = {"0", "b", "a", "c"})
  void history_is_for_the_owner_and_editors(String right) {
    UUID id = ready(withLastDigit(right.charAt(0)), PICTURE);
    boolean edits = right.equals("c");
    boolean sees = !right.equals("0");
    edit("alice", id, "[" + CROP + "]").then().statusCode(201);
    told(id, 2);
    int history = edits ? 200 : 404;
    as("bob").get(image(id) + "/versions").then().statusCode(history);
    as("bob").get(image(id) + "/versions/1").then().statusCode(history);
    as("bob").get(image(id) + "/versions?compare=1,2").then().statusCode(history);
    as("bob").get(image(id) + "/versions/1/file").then().statusCode(history);
    as("bob").get(thumbnail(id, "small") + "?version=1").then().statusCode(history);
    as("bob").get(image(id) + "/render?w=50&version=1").then().statusCode(history);
    as("bob").get(original(id)).then().statusCode(history);
    preview("bob", id, "{\"operations\":[]}").then().statusCode(history);
    as("bob").get(thumbnail(id, "small")).then().statusCode(sees ? 200 : 404);
    as("bob").get(thumbnail(id, "small") + "?version=2").then().statusCode(sees ? 200 : 404);
    as("bob").get(image(id) + "/render?w=50").then().statusCode(sees ? 200 : 404);
    as("bob").get(image(id) + "/versions/2/file").then().statusCode("ac".contains(right) ? 200 : 404);
    edit("bob", id, "[]").then().statusCode(edits ? 201 : 404);
    as("bob").post(image(id) + "/versions/1/revert").then().statusCode(edits ? 201 : 404);
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(edits ? 4 : 2))
        .body("items[0].author", equalTo(edits ? subject("bob") : alice));
  }

  @Test
  void nobody_gets_nothing() {
    UUID id = ready(PICTURE);
    for (String path : List.of("/versions", "/versions/1", "/versions/1/file", "/versions?compare=1,1", "/render?w=9", "/original?strip=all")) {
      given().get(image(id) + path).then().statusCode(401);
    }
    for (String path : List.of("/edits", "/edits/preview", "/versions/1/revert")) {
      given().contentType("application/json").body("{\"operations\":[]}").post(image(id) + path).then().statusCode(401);
      as("admin").contentType("application/json").body("{}").post(image(id) + path).then().statusCode(containsRole());
    }
  }

  /** An administrator who is no user of pictures has no role here; one who is does not own this one. */
  private static Matcher<Integer> containsRole() {
    return oneOf(403, 404);
  }

  @Test
  void what_is_in_the_trash_or_not_read_yet_is_not_edited() {
    UUID id = ready(PICTURE);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImageTrashed(id, alice, 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> edit("alice", id, "[]").then().statusCode(409).body("type", equalTo("urn:pms:problem:in-trash")));
    UUID broken = upload(Ids.next(), new byte[500]);
    told(broken);
    edit("alice", broken, "[]").then().statusCode(422).body("type", equalTo("urn:pms:problem:not-renderable"))
        .body("detail", containsString("Unsupported format"));
  }

  @Test
  void purging_forgets_the_history() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + CROP + "]");
    told(id, 2);
    as("alice").get(image(id) + "/versions/2/file").then().statusCode(200);
    wire.send(Topics.IMAGE_DELETED, Ids.next(), new ImagePurged(id, alice, 3, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> store.list(ObjectKeys.renditions(alice, id)).findAny().isEmpty());
    await().atMost(Duration.ofSeconds(60))
        .until(() -> wire.forgotten(id, Topics.IMAGE_EDITED) && wire.forgotten(id, Topics.THUMBNAIL_READY));
    as("alice").get(image(id) + "/versions").then().statusCode(404);
    as("alice").get(image(id) + "/versions/2/file").then().statusCode(404);
    edit("alice", id, "[]").then().statusCode(404);
  }

  /** C3: the event of an edit comes again, and nothing happens again. */
  @Test
  void an_edit_that_is_told_twice_is_rendered_once() {
    UUID id = ready(PICTURE);
    edit("alice", id, "[" + CROP + "]");
    told(id, 2);
    VersionCreated created = (VersionCreated) wire.edited(id).getFirst();
    wire.send(Topics.IMAGE_EDITED, Ids.next(), created);
    wire.send(Topics.IMAGE_EDITED, Ids.next(), new VersionCreated(id, alice, 77, 1, 5, 5, alice, 1, 1, Instant.now()));
    ready(PICTURE);
    ready(PICTURE);
    assertThat(wire.told(id)).hasSize(2);
  }
}
