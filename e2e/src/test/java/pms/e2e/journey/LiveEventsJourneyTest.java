package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Suite;

/** An open browser hears of its owner's changes, and of nobody else's. */
class LiveEventsJourneyTest {
  private final Suite suite = Suite.get();

  @Test
  void the_owner_hears_of_a_picture_and_nobody_else_does() throws Exception {
    Library owner = new Library(suite.user("listener"));
    PmsClient other = suite.user("eavesdropper");
    try (Stream mine = Stream.of(owner.user());
        Stream theirs = Stream.of(other)) {
      String id = owner.addReady(TestPictures.jpeg(51), "heard.jpg");
      await().atMost(Library.SOON).untilAsserted(() -> assertThat(mine.text()).contains(id));
      String own = new Library(other).addReady(TestPictures.jpeg(52), "own.jpg");
      await().atMost(Library.SOON).untilAsserted(() -> assertThat(theirs.text()).contains(own));
      assertThat(theirs.text()).doesNotContain(id);
      assertThat(mine.text()).doesNotContain(own);
    }
  }

  /** An open stream of server-sent events and what has come out of it. */
  private record Stream(HttpResponse<java.util.stream.Stream<String>> response, List<String> lines)
      implements AutoCloseable {

    static Stream of(PmsClient user) throws IOException, InterruptedException {
      HttpRequest request = HttpRequest.newBuilder(user.addresses().at("/api/events"))
          .header("Authorization", "Bearer " + user.tokens().access())
          .header("Accept", "text/event-stream")
          .build();
      HttpResponse<java.util.stream.Stream<String>> response =
          user.http().send(request, BodyHandlers.ofLines());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
      List<String> lines = new CopyOnWriteArrayList<>();
      CompletableFuture.runAsync(
          () -> response.body().forEach(lines::add), Thread.ofVirtual()::start);
      return new Stream(response, lines);
    }

    String text() {
      return String.join("\n", lines);
    }

    @Override
    public void close() {
      response.body().close();
    }
  }
}
