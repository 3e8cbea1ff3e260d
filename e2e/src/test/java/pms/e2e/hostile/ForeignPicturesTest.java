package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Listening;
import pms.e2e.suite.Suite;

/** D7 in a short form: in a storm of requests and of streams that are opened anew nobody gets a picture, or hears of one, of others. */
class ForeignPicturesTest {
  private static final int USERS = 4;
  private static final int REQUESTS = 400;
  private static final int RECONNECTS = 8;
  private final Suite suite = Suite.get();

  @Test
  void in_a_storm_everybody_gets_their_own() throws Exception {
    List<Owner> owners = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      owners.add(Owner.of(new Library(suite.user("storm")), 300 + i));
    }
    Random random = new Random(7);
    try (ExecutorService storm = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        Owner asking = owners.get(random.nextInt(USERS));
        Owner asked = owners.get(random.nextInt(USERS));
        all.add(storm.submit(() -> asked.isSeenAsItShould(asking)));
      }
      List<Future<Heard>> streams = new ArrayList<>();
      for (Owner owner : owners) {
        streams.add(storm.submit(owner::reconnects));
      }
      for (Future<?> each : all) {
        each.get();
      }
      List<Heard> heard = new ArrayList<>();
      for (Future<Heard> stream : streams) {
        heard.add(stream.get());
      }
      heard.forEach(one -> one.isOfNobodyElse(heard));
    }
  }

  /** Somebody with one picture of their own, as it looks small. */
  private record Owner(Library library, int seed, String image, byte[] thumbnail) {

    static Owner of(Library library, int seed) throws Exception {
      String image = library.addReady(TestPictures.jpeg(seed), "storm.jpg");
      return new Owner(library, seed, image, library.user().get(path(image)).bytes());
    }

    Void isSeenAsItShould(Owner asking) throws Exception {
      Answer answer = asking.library.user().get(path(image));
      if (asking.image.equals(image)) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Arrays.equals(answer.bytes(), thumbnail)).as("one's own picture").isTrue();
        assertThat(answer.header("Cache-Control")).hasValueSatisfying(kept -> assertThat(kept).doesNotContain("public"));
        assertThat(answer.header("Set-Cookie")).isEmpty();
      } else {
        assertThat(answer.status()).isEqualTo(404);
      }
      return null;
    }

    /** While a picture of everybody comes in, the stream is cut and opened again and again. */
    Heard reconnects() throws Exception {
      PmsClient user = library.user();
      StringBuilder heard = new StringBuilder();
      String added = library.add(TestPictures.jpeg(seed + 100), "new.jpg");
      for (int i = 0; i < RECONNECTS; i++) {
        try (Listening stream = Listening.of(user)) {
          heard.append(stream.text());
        }
      }
      try (Listening stream = Listening.of(user)) {
        String last = library.add(TestPictures.jpeg(seed + 200), "last.jpg");
        await().atMost(Library.SOON).until(() -> stream.text().contains(last));
        return new Heard(List.of(added, last), heard + stream.text());
      }
    }

    private static String path(String image) {
      return "/api/images/" + image + "/thumbnails/small";
    }
  }

  /** @param added what somebody added themselves meanwhile */
  private record Heard(List<String> added, String text) {

    void isOfNobodyElse(List<Heard> all) {
      all.stream().filter(other -> other != this).forEach(other -> assertThat(text).doesNotContain(other.added));
    }
  }
}
