package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;

/** An album that follows a query by itself, and so do those who may see it. */
class SmartAlbumJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void an_album_of_favourites_holds_what_is_one() throws Exception {
    Library owner = new Library(suite.user("smart"));
    PmsClient viewer = suite.user("looker");
    String first = owner.addReady(TestPictures.jpeg(71), "first.jpg");
    String second = owner.addReady(TestPictures.jpeg(72), "second.jpg");
    Answer made = owner.user().post("/api/albums", "{\"title\":\"The best\",\"query\":\"is:favourite\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    String album = "/api/albums/" + made.json().path("id").asText();
    owner.user().post(album + "/members", "{\"subject\":\"user:" + viewer.tokens().user() + "\",\"role\":\"viewer\"}");

    favourite(owner, first, true);
    holds(viewer, album, first);
    await().atMost(Library.SOON).until(() -> viewer.get("/api/images/" + first + "/thumbnails/small").status() == 200);
    favourite(owner, second, true);
    favourite(owner, first, false);
    holds(viewer, album, second);
    await().atMost(Library.SOON).until(() -> viewer.get("/api/images/" + first + "/thumbnails/small").status() == 404);
  }

  private static void favourite(Library owner, String image, boolean is) throws Exception {
    Answer answer = owner.user().patch("/api/images/" + image, "{\"favourite\":" + is + "}");
    assertThat(answer.ok()).as("%s", answer).isTrue();
  }

  private static void holds(PmsClient viewer, String album, String image) {
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(Library.ids(viewer.get(album + "/items").json())).containsExactly(image));
  }
}
