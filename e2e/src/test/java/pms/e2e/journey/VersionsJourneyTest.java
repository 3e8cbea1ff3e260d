package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;

/** A picture is edited, by two at once, and taken back: everything shows the current version, and nothing is ever lost. */
class VersionsJourneyTest {
  private static final String CROP = "{\"op\":\"crop\",\"x\":10,\"y\":20,\"width\":200,\"height\":100}";
  private static final String TURN = "{\"op\":\"rotate\",\"degrees\":90}";

  private final PmsClient user = Suite.get().user("retoucher");
  private final Library library = new Library(user);
  private final String word = "lens" + UUID.randomUUID().toString().substring(0, 8);

  VersionsJourneyTest() throws Exception {}

  @Test
  void list_and_search_follow_the_current_version_and_the_original_stays() throws Exception {
    byte[] file = TestPictures.jpeg(71);
    String image = "/api/images/" + library.addReady(file, "retouched.jpg");
    assertThat(user.patch(image, "{\"title\":\"" + word + "\"}").ok()).isTrue();
    byte[] thumbnail = user.get(image + "/thumbnails/small").bytes();

    Answer edited = edit(image, "\"1\"", CROP + "," + TURN);
    assertThat(edited.status()).as("%s", edited).isEqualTo(201);
    assertThat(edited.header("ETag")).contains("\"2\"");
    JsonNode view = shows(image, 2, 100, 200);
    assertThat(found(2, 100, 200).path("thumbhash")).isEqualTo(view.path("thumbhash"));
    assertThat(user.get(image + "/thumbnails/small").bytes()).isNotEqualTo(thumbnail);
    assertThat(user.get(image + "/thumbnails/small?version=1").bytes()).isEqualTo(thumbnail);
    assertThat(user.get(image + "/original").bytes()).isEqualTo(file);

    Problems.isProblem(edit(image, "\"1\"", TURN), 412);
    assertThat(edit(image, "\"2\"", TURN).status()).as("again, on what is current now").isEqualTo(201);
    shows(image, 3, 240, 320);
    JsonNode both = user.get(image + "/versions?compare=2,3").json();
    assertThat(both.path("difference").findValuesAsText("change")).containsExactly("removed", "kept");

    assertThat(user.post(image + "/versions/1/revert").status()).isEqualTo(201);
    shows(image, 4, 320, 240);
    found(4, 320, 240);
    assertThat(user.get(image + "/thumbnails/small").bytes()).as("identical pixels").isEqualTo(thumbnail);
    assertThat(user.get(image + "/versions").json().path("items").findValuesAsText("number")).containsExactly("4", "3", "2", "1");
  }

  @Test
  void one_recipe_is_for_many_pictures() throws Exception {
    String one = library.addReady(TestPictures.jpeg(72), "one.jpg");
    String other = library.addReady(TestPictures.jpeg(73), "other.jpg");
    String body = "{\"ids\":[\"" + one + "\",\"" + other + "\"],\"change\":{\"edits\":{\"operations\":[" + TURN + "],\"note\":\"held wrongly\"}}}";
    Answer started = user.post("/api/images/bulk", body);
    assertThat(started.status()).as("%s", started).isEqualTo(202);
    String job = started.header("Location").orElseThrow();
    JsonNode done = await().atMost(Library.SOON).until(() -> user.get(job.substring(job.indexOf("/api/"))).json(), told -> told.has("finishedAt"));
    assertThat(done.path("changed").asInt()).as("%s", done).isEqualTo(2);
    shows("/api/images/" + one, 2, 240, 320);
    shows("/api/images/" + other, 2, 240, 320);
  }

  private Answer edit(String image, String ifMatch, String operations) throws Exception {
    return user.send(user.request(image + "/edits")
        .header("Content-Type", "application/json")
        .header("If-Match", ifMatch)
        .POST(BodyPublishers.ofString("{\"operations\":[" + operations + "],\"note\":\"a part\"}")));
  }

  private JsonNode shows(String image, int version, int width, int height) {
    return await(image + " shows version " + version)
        .atMost(Library.SOON)
        .until(() -> user.get(image).json(), view -> is(view, version, width, height));
  }

  private JsonNode found(int version, int width, int height) {
    return await("search finds version " + version)
        .atMost(Library.SOON)
        .until(() -> user.search(word).json().path("items").path(0), hit -> is(hit, version, width, height));
  }

  private static boolean is(JsonNode view, int version, int width, int height) {
    return view.path("state").asText().equals("ready")
        && view.path("version").asInt() == version
        && view.path("width").asInt() == width
        && view.path("height").asInt() == height;
  }
}
