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
}
