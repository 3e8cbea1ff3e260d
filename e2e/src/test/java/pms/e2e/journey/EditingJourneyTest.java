package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;

/** What people say about their pictures, and the albums they keep them in. */
class EditingJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void what_a_person_says_is_kept_and_found() throws Exception {
    String word = "granny" + UUID.randomUUID().toString().substring(0, 8);
    Library library = new Library(suite.user("editor"));
    String id = library.addReady(TestPictures.jpeg(41), "untitled.jpg");

    Answer patched = library
        .user()
        .patch(
            "/api/images/" + id,
            "{\"title\":\"" + word
                + " in the"
                + " garden\",\"tags\":[\"Family\",\"summer\"],\"rating\":5,\"favourite\":true}");
    assertThat(patched.ok()).as("%s", patched).isTrue();
    library.finds(word, id);
    library.finds("tag:family rating:5 is:favourite", id);

    JsonNode image = library.ready(id);
    assertThat(image.path("tags"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("Family", "summer");
    assertThat(image.path("rating").asInt()).isEqualTo(5);
    assertThat(library
            .user()
            .patch("/api/images/" + id, "{\"title\":null,\"rating\":null}")
            .ok())
        .isTrue();
    library.finds(word);
  }

  @Test
  void two_editors_do_not_overwrite_each_other() throws Exception {
    Library library = new Library(suite.user("editors"));
    String path = "/api/images/" + library.addReady(TestPictures.jpeg(42), "both.jpg");
    String seen = library.user().get(path).header("ETag").orElseThrow();
    assertThat(library
            .user()
            .patch(path, "{\"title\":\"first\"}", "If-Match", seen)
            .ok())
        .isTrue();
    Problems.isProblem(library.user().patch(path, "{\"title\":\"second\"}", "If-Match", seen), 412);
    assertThat(library.user().get(path).json().path("title").asText()).isEqualTo("first");
  }

  @Test
  void a_wrong_change_names_the_field() throws Exception {
    Library library = new Library(suite.user("wrong"));
    String path = "/api/images/" + library.addReady(TestPictures.jpeg(43), "wrong.jpg");
    for (String body : new String[] {
      "{\"rating\":6}", "{\"rating\":\"five\"}", "{\"owner\":\"bob\"}", "{\"tags\":\"one\"}"
    }) {
      Answer answer = library.user().patch(path, body);
      Problems.isProblem(answer, 400);
      String field = body.substring(2, body.indexOf('"', 2));
      assertThat(answer.text()).as("the problem of %s", body).contains(field);
    }
  }

  @Test
  void an_album_holds_pictures_and_lets_them_go() throws Exception {
    Library library = new Library(suite.user("albums"));
    PmsClient user = library.user();
    String first = library.addReady(TestPictures.jpeg(44), "first.jpg");
    String second = library.addReady(TestPictures.jpeg(45), "second.jpg");
    Answer made = user.post("/api/albums", "{\"title\":\"Summer\",\"description\":\"by the sea\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    String album = "/api/albums/" + made.json().path("id").asText();

    assertThat(user.post(album + "/items", "{\"ids\":[\"" + first + "\",\"" + second + "\"]}")
            .ok())
        .isTrue();
    assertThat(user.get(album).json().path("count").asInt()).isEqualTo(2);
    assertThat(Library.ids(user.get(album + "/items").json()))
        .containsExactlyInAnyOrder(first, second);
    assertThat(user.delete(album + "/items/" + first).ok()).isTrue();
    assertThat(Library.ids(user.get(album + "/items").json())).containsExactly(second);

    assertThat(user.delete("/api/images/" + second + "?purge=true").status()).isEqualTo(204);
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(
            user.get(album).json().path("count").asInt())
        .isZero());
    assertThat(user.delete(album).status()).isEqualTo(204);
    Problems.isProblem(user.get(album), 404);
    assertThat(library.list()).as("a picture outlives its albums").containsExactly(first);
  }

  @Test
  void a_stranger_neither_sees_nor_fills_an_album() throws Exception {
    Library owner = new Library(suite.user("keeper"));
    Library stranger = new Library(suite.user("thief"));
    String image = owner.addReady(TestPictures.jpeg(46), "kept.jpg");
    String album = "/api/albums/"
        + owner
            .user()
            .post("/api/albums", "{\"title\":\"Mine\"}")
            .json()
            .path("id")
            .asText();
    String theirs = "/api/albums/"
        + stranger
            .user()
            .post("/api/albums", "{\"title\":\"Theirs\"}")
            .json()
            .path("id")
            .asText();

    Problems.isProblem(stranger.user().get(album), 404);
    Problems.isProblem(stranger.user().get(album + "/items"), 404);
    Problems.isProblem(stranger.user().delete(album), 404);
    Answer stolen = stranger.user().post(theirs + "/items", "{\"ids\":[\"" + image + "\"]}");
    assertThat(Library.ids(stranger.user().get(theirs + "/items").json()))
        .as("a foreign picture is not taken in: %s", stolen)
        .isEmpty();
  }
}
