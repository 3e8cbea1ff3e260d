package pms.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pms.contracts.ImagePurged;

class LiveStreamTest {

  private static final Vertx VERTX = Vertx.vertx();

  private final CountDownLatch ended = new CountDownLatch(1);
  private LiveStream stream;

  @AfterAll
  static void close() {
    VERTX.close();
  }

  @Test
  void a_stream_ends_with_its_token_and_says_so() throws InterruptedException {
    AssertSubscriber<OutboundSseEvent> reader = open(Duration.ofHours(1), Duration.ofMillis(50)).subscribe().withSubscriber(AssertSubscriber.create(100));
    reader.awaitCompletion(Duration.ofSeconds(5));
    assertThat(reader.getItems()).hasSize(2);
    assertThat(reader.getItems().getFirst().getReconnectDelay()).isEqualTo(2_000);
    assertThat(reader.getItems().getLast().getName()).isEqualTo("expired");
    await().atMost(Duration.ofSeconds(60)).until(() -> ended.getCount() == 0);
  }

  @Test
  void a_quiet_stream_shows_signs_of_life() throws InterruptedException {
    AssertSubscriber<OutboundSseEvent> reader = open(Duration.ofMillis(10), Duration.ofHours(1)).subscribe().withSubscriber(AssertSubscriber.create(100));
    reader.awaitItems(5, Duration.ofSeconds(5));
    assertThat(reader.getItems()).allMatch(event -> event.getComment() != null);
    reader.cancel();
    await().atMost(Duration.ofSeconds(60)).until(() -> ended.getCount() == 0);
  }

  @Test
  void a_reader_too_slow_for_the_queue_is_cut_off() throws InterruptedException {
    AssertSubscriber<OutboundSseEvent> reader = open(Duration.ofHours(1), Duration.ofHours(1)).subscribe().withSubscriber(AssertSubscriber.create(1));
    History history = new History("run", Instant.EPOCH, 10, 10);
    for (int i = 0; i < 20; i++) {
      stream.changed(history.add(Change.of(new ImagePurged(UUID.randomUUID(), "alice", 1, Instant.EPOCH), Instant.EPOCH)));
    }
    reader.request(100);
    reader.awaitFailure(Duration.ofSeconds(5));
    await().atMost(Duration.ofSeconds(60)).until(() -> ended.getCount() == 0);
    assertThat(reader.getItems()).hasSizeLessThan(20);
  }

  private Multi<OutboundSseEvent> open(Duration heartbeat, Duration life) {
    return Multi.createFrom().emitter(out -> {
      stream = new LiveStream(new SseImpl(), out);
      stream.start(VERTX, heartbeat, life, ended::countDown);
    }, 10);
  }
}
