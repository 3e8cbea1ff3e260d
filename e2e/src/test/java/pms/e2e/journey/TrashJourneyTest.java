package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;

/** Away, back again, and gone for good. */
class TrashJourneyTest {
  private final Suite suite = Suite.get();
  private final Truth truth = new Truth(suite);

  @Test
  void a_trashed_picture_leaves_list_and_search_and_comes_back_whole() throws Exception {
    String word = "leaf" + UUID.randomUUID().toString().substring(0, 8);
    Library library = new Library(suite.user("trash"));
    PmsClient user = library.user();
    String id = library.addReady(
        TestPictures.jpeg(31, PictureFacts.NONE.saying(word, "falls", "autumn")), "leaf.jpg");
    String other = library.addReady(TestPictures.jpeg(32), "stays.jpg");
    library.finds(word, id);

    assertThat(user.delete("/api/images/" + id).status()).isEqualTo(204);
    library.finds(word);
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(library.list())
        .containsExactly(other));
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(
            Library.ids(user.get("/api/trash").json()))
        .containsExactly(id));

    Answer restored = user.post("/api/images/" + id + "/restore");
    assertThat(restored.ok()).as("%s", restored).isTrue();
    library.finds(word, id);
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(library.list())
        .containsExactlyInAnyOrder(id, other));
    assertThat(library.ready(id).path("title").asText()).isEqualTo(word);
    assertThat(Library.ids(user.get("/api/trash").json())).isEmpty();
  }

  @Test
  void a_purged_picture_is_gone_from_every_store() throws Exception {
    String canary = "purge" + UUID.randomUUID().toString().substring(0, 8);
    Library library = new Library(suite.user("purge"));
    String id = library.addReady(
        TestPictures.jpeg(33, PictureFacts.NONE.saying(canary, canary, canary)), canary + ".jpg");
    library.finds(canary, id);
    String owner = library.user().tokens().subject();
    assertThat(truth.objects(owner, id))
        .as("original and three renditions at least")
        .hasSizeGreaterThanOrEqualTo(4);
    assertThat(truth.rows(canary)).isNotEmpty();
    assertThat(truth.documents(canary)).hasSize(1);

    assertThat(library.user().delete("/api/images/" + id + "?purge=true").status())
        .isEqualTo(204);
    library.finds(canary);
    await().atMost(Library.SOON).untilAsserted(() -> {
      assertThat(truth.objects(owner, id)).isEmpty();
      assertThat(truth.rows(canary)).isEmpty();
      assertThat(truth.documents(canary)).isEmpty();
      Problems.isProblem(library.user().get("/api/images/" + id), 404);
      Problems.isProblem(library.user().get("/api/images/" + id + "/original"), 404);
    });
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(library.list()).isEmpty());
  }

  @Test
  void an_emptied_trash_forgets_only_what_was_in_it() throws Exception {
    Library library = new Library(suite.user("emptier"));
    String thrown = library.addReady(TestPictures.jpeg(34), "thrown.jpg");
    String kept = library.addReady(TestPictures.jpeg(35), "kept.jpg");
    assertThat(library.user().delete("/api/images/" + thrown).status()).isEqualTo(204);
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(
            Library.ids(library.user().get("/api/trash").json()))
        .containsExactly(thrown));

    assertThat(library.user().delete("/api/trash").ok()).isTrue();
    await().atMost(Library.SOON).untilAsserted(() -> {
      assertThat(truth.objects(library.user().tokens().subject(), thrown)).isEmpty();
      assertThat(Library.ids(library.user().get("/api/trash").json())).isEmpty();
    });
    assertThat(library.list()).containsExactly(kept);
    assertThat(library.user().get("/api/images/" + kept + "/original").status()).isEqualTo(200);
  }

  @Test
  void purged_bytes_may_come_again_as_a_new_picture() throws Exception {
    Library library = new Library(suite.user("again"));
    byte[] bytes = TestPictures.jpeg(36);
    String first = library.addReady(bytes, "once.jpg");
    assertThat(library.user().delete("/api/images/" + first + "?purge=true").status())
        .isEqualTo(204);
    String second = library.addReady(bytes, "again.jpg");
    assertThat(second).isNotEqualTo(first);
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(library.list())
        .containsExactly(second));
  }
}
