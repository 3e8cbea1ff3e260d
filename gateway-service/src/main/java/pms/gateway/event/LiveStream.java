package pms.gateway.event;

import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Map;

/** One caller's stream as events on the wire; a reader too slow for the bounded queue behind the emitter is cut off. */
final class LiveStream implements LiveChanges.Listener {

  private static final long RECONNECT = 2_000;

  private final Sse sse;
  private final MultiEmitter<? super OutboundSseEvent> out;

  LiveStream(Sse sse, MultiEmitter<? super OutboundSseEvent> out) {
    this.sse = sse;
    this.out = out;
  }

  /**
   * Says something at once, and then from time to time, so that everybody in between knows the stream lives.
   *
   * @param life after which the stream ends by itself
   * @param onEnd however it ends
   */
  void start(Vertx vertx, Duration heartbeat, Duration life, Runnable onEnd) {
    out.emit(sse.newEventBuilder().comment("welcome").reconnectDelay(RECONNECT).build());
    long beat =
        vertx.setPeriodic(heartbeat.toMillis(), time -> out.emit(sse.newEventBuilder().comment("alive").build()));
    long end = vertx.setTimer(Math.max(1, life.toMillis()), time -> expire());
    out.onTermination(() -> {
      vertx.cancelTimer(beat);
      vertx.cancelTimer(end);
      onEnd.run();
    });
  }

  @Override
  public void changed(History.Entry entry) {
    out.emit(event(entry.change().type(), entry.change()).id(entry.position().toString()).build());
  }

  @Override
  public void gap() {
    out.emit(event("reset", Map.of("type", "reset")).build());
  }

  @Override
  public void end() {
    out.complete();
  }

  /** The token is no longer valid: the client comes back with a new one, and its last id. */
  private void expire() {
    out.emit(event("expired", Map.of("type", "expired")).build());
    out.complete();
  }

  private OutboundSseEvent.Builder event(String name, Object data) {
    return sse.newEventBuilder().name(name).mediaType(MediaType.APPLICATION_JSON_TYPE).data(data);
  }
}
