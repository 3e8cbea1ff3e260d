package pms.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;

/** Many small pictures on their way, with a ledger of what was acknowledged. */
final class Import {
  private static final int AT_ONCE = 6;
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private final Suite suite;
  private final Library library;
  private final List<byte[]> pictures;
  private final Map<String, byte[]> acknowledged = new ConcurrentHashMap<>();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private boolean stubborn;

  Import(Suite suite, PmsClient user, int count, long seed) {
    this.suite = suite;
    this.library = new Library(user.patient());
    this.pictures =
        IntStream.range(0, count).mapToObj(i -> TestPictures.jpeg(seed + i)).toList();
  }

  /** As a phone's client does: what was not acknowledged is sent again. */
  Import tryingAgain() {
    stubborn = true;
    return this;
  }

  CompletableFuture<Void> begin() {
    ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    CompletableFuture<?>[] uploads = pictures.stream()
        .map(bytes -> CompletableFuture.runAsync(() -> upload(bytes), workers))
        .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(uploads).whenComplete((done, failure) -> workers.shutdown());
  }

  /** Waits until so many pictures are acknowledged: the middle of the work, whatever the machine's speed. */
  void awaitAcknowledged(int count) {
    await(count + " uploads acknowledged")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> acknowledged.size() >= count);
  }

  /** Nothing lost, nothing doubled, every picture ready, found, and byte-equal. */
  void isComplete() throws Exception {
    assertThat(refused).as("uploads that were refused").isEmpty();
    assertThat(acknowledged).as("every picture has an id of its own").hasSize(pictures.size());
    await("all are ready")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(notReady()).isEmpty());
    assertThat(library.list())
        .as("the list")
        .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
    await("all are found")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(
                library.user().get("/api/search?limit=1").json().path("total").asInt())
            .isEqualTo(pictures.size()));
    for (Map.Entry<String, byte[]> picture :
        acknowledged.entrySet().stream().limit(10).toList()) {
      assertThat(library
              .user()
              .get("/api/images/" + picture.getKey() + "/original")
              .bytes())
          .isEqualTo(picture.getValue());
    }
    inTheStores();
  }

  private void inTheStores() throws Exception {
    Truth truth = new Truth(suite);
    List<String> objects = truth.objects(library.user().tokens().subject());
    for (String id : acknowledged.keySet()) {
      assertThat(objects.stream().filter(key -> key.contains(id)))
          .as("original and three thumbnails of %s", id)
          .hasSizeGreaterThanOrEqualTo(4);
    }
    if (!stubborn) {
      // An upload that was cut off may leave bytes to the sweeper, which waits a day.
      assertThat(objects).as("and nothing else").allMatch(key -> acknowledged.keySet().stream()
          .anyMatch(key::contains));
    }
    assertThat(truth.documents(library.user().tokens().subject()))
        .as("one document for each")
        .hasSize(pictures.size());
  }

  private Set<String> notReady() throws IOException, InterruptedException {
    Set<String> missing = new HashSet<>(acknowledged.keySet());
    for (JsonNode image : library.everything()) {
      if (image.path("state").asText().equals("ready")) {
        missing.remove(image.path("id").asText());
      }
    }
    return missing;
  }

  private void upload(byte[] bytes) {
    if (stubborn) {
      await("an acknowledgement").atMost(LIMIT).pollInterval(Duration.ofMillis(300)).until(() -> acknowledges(bytes));
    } else {
      uploadOnce(bytes);
    }
  }

  private boolean acknowledges(byte[] bytes) throws InterruptedException {
    try {
      Answer answer = library.user().upload(bytes, "crowd.jpg", "image/jpeg");
      if (answer.ok()) acknowledged.put(answer.json().path("id").asText(), bytes);
      else if (answer.status() < 500) throw new IllegalStateException("refused: " + answer);
      return answer.ok();
    } catch (IOException away) {
      return false;
    }
  }

  private void uploadOnce(byte[] bytes) {
    try {
      Answer answer = library.user().upload(bytes, "crowd.jpg", "image/jpeg");
      if (answer.ok()) acknowledged.put(answer.json().path("id").asText(), bytes);
      else refused.add(answer.toString());
    } catch (IOException e) {
      refused.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
