package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Listening;
import pms.e2e.suite.Suite;

/** An open browser hears of its owner's changes, and of nobody else's. */
class LiveEventsJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void the_owner_hears_of_a_picture_and_nobody_else_does() throws Exception {
    Library owner = new Library(suite.user("listener"));
    PmsClient other = suite.user("eavesdropper");
    try (Listening mine = Listening.of(owner.user());
        Listening theirs = Listening.of(other)) {
      String id = owner.addReady(TestPictures.jpeg(51), "heard.jpg");
      await().atMost(Library.SOON).untilAsserted(() -> assertThat(mine.text()).contains(id));
      String own = new Library(other).addReady(TestPictures.jpeg(52), "own.jpg");
      await().atMost(Library.SOON).untilAsserted(() -> assertThat(theirs.text()).contains(own));
      assertThat(theirs.text()).doesNotContain(id);
      assertThat(mine.text()).doesNotContain(own);
    }
  }

  @Test
  void the_owner_hears_when_somebody_speaks_about_a_picture_that_is_in_no_album() throws Exception {
    Library owner = new Library(suite.user("teller"));
    PmsClient friend = suite.user("friend");
    assertThat(friend.get("/api/albums").status()).isEqualTo(200);
    String image = "/api/images/" + owner.addReady(TestPictures.jpeg(53), "granted.jpg");
    try (Listening hers = Listening.of(owner.user())) {
      String grant = "{\"subject\":\"user:%s\",\"right\":\"view\"}".formatted(friend.tokens().user());
      assertThat(owner.user().post(image + "/grants", grant).status()).isEqualTo(201);
      await().atMost(Library.SOON).until(() -> heard(hers) > 0);
      int before = heard(hers);
      await().atMost(Library.SOON).until(() -> friend.post(image + "/comments", "{\"text\":\"Lovely\"}").status() == 201);
      await().atMost(Library.SOON).until(() -> heard(hers) > before);
    }
  }

  private static int heard(Listening ear) {
    return ear.text().split("\"type\":\"ImageAccessChanged\"", -1).length - 1;
  }
}
