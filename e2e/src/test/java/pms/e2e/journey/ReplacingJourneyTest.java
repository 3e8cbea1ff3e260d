package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;

/** A better file takes the place of the one that a picture came as. */
class ReplacingJourneyTest {
  private static final PictureFacts SCAN = PictureFacts.NONE.turned(6).shotBy(shot("Scanner 1"));
  private static final PictureFacts BETTER = PictureFacts.NONE.shotBy(shot("Scanner 2"));

  private final PmsClient user = Suite.get().user("replacer");
  private final Library library = new Library(user);

  ReplacingJourneyTest() throws Exception {}

  @Test
  void everything_follows_the_new_file_and_the_old_one_stays_in_the_history() throws Exception {
    byte[] scan = TestPictures.jpeg(61, SCAN);
    byte[] better = TestPictures.jpeg(62, BETTER);
    String word = "attic" + UUID.randomUUID().toString().substring(0, 8);
    String image = "/api/images/" + library.addReady(scan, "scan.jpg");
    String id = image.substring(image.lastIndexOf('/') + 1);
    assertThat(user.patch(image, "{\"title\":\"" + word + "\"}").ok()).isTrue();
    byte[] thumbnail = user.get(image + "/thumbnails/small").bytes();

    Answer replaced = replace(image, better);
    assertThat(replaced.status()).as("%s", replaced).isEqualTo(200);
    JsonNode view = shows(image, replaced.json().path("sha256").asText());
    assertThat(view.path("fileName").asText()).isEqualTo("better.jpg");
    assertThat(view.path("title").asText()).as("what people said stays").isEqualTo(word);
    assertThat(view.path("width").asInt()).isEqualTo(320);
    library.finds("camera:\"Scanner 2\"", id);
    library.finds("camera:\"Scanner 1\"");
    library.finds(word, id);
    assertThat(user.get(image + "/thumbnails/small").bytes()).isNotEqualTo(thumbnail);
    assertThat(user.get(image + "/original").bytes()).isEqualTo(better);
    assertThat(user.get(image + "/versions/2/file").bytes()).isEqualTo(better);
    assertThat(user.get(image + "/versions/1/file").bytes()).isEqualTo(scan);
    Problems.isProblem(replace(image, TestPictures.jpeg(63)), 412);

    assertThat(user.post(image + "/versions/1/revert").status()).isEqualTo(201);
    await().atMost(Library.SOON).untilAsserted(() -> {
      assertThat(user.get(image + "/original").bytes()).isEqualTo(scan);
      assertThat(user.get(image).json().path("camera").path("model").asText()).isEqualTo("Scanner 1");
    });
  }

  /** By somebody who has seen the first version. */
  private Answer replace(String image, byte[] file) throws Exception {
    return user.send(user.request(image + "/original")
        .header("Content-Type", "image/jpeg")
        .header("Content-Disposition", "attachment; filename=\"better.jpg\"")
        .header("If-Match", "\"1\"")
        .PUT(BodyPublishers.ofByteArray(file)));
  }

  private JsonNode shows(String image, String sha256) {
    return await().atMost(Library.SOON).until(() -> user.get(image).json(), view ->
        view.path("state").asText().equals("ready")
            && view.path("version").asInt() == 2
            && view.path("camera").path("model").asText().equals("Scanner 2")
            && view.path("sha256").asText().equals(sha256));
  }

  private static PictureFacts.Shot shot(String model) {
    return new PictureFacts.Shot("PMS", model, "Glass", 100, "1/60", 4, 50);
  }
}
