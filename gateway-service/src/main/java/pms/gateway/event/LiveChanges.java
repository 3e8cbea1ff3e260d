package pms.gateway.event;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pms.gateway.GatewayConfig;

/** Tells each change to its owner's open streams and to nobody else. */
@ApplicationScoped
class LiveChanges {

  private final GatewayConfig.Live config;
  private final History history;
  private final Clock clock;
  private final Map<String, List<Listener>> listeners = new HashMap<>();

  LiveChanges(GatewayConfig gateway, Clock clock) {
    this.config = gateway.live();
    this.clock = clock;
    Instant now = clock.instant();
    this.history =
        new History(
            Long.toString(now.toEpochMilli(), 36), now.minus(config.memory()), config.remembered(), config.owners());
  }

  /** One open stream. It must not block: changes of all owners wait meanwhile. */
  interface Listener {

    void changed(History.Entry change);

    /** Changes before the next one are missing: what is shown has to be fetched anew. */
    void gap();

    /** The gateway stops: another one goes on where this one ends. */
    void end();
  }

  synchronized void tell(Change change) {
    History.Entry entry = history.add(change);
    List.copyOf(listeners.getOrDefault(change.owner(), List.of())).forEach(listener -> listener.changed(entry));
  }

  synchronized boolean full(String owner) {
    return listeners.getOrDefault(owner, List.of()).size() >= config.perUser();
  }

  /** From now on, after what was missed since this id (null for none); in one step, so that nothing falls in between. */
  synchronized void join(String owner, String lastId, Listener listener) {
    if (lastId != null) {
      History.Missed missed = history.after(owner, lastId);
      if (missed.gap()) {
        listener.gap();
      }
      missed.changes().forEach(listener::changed);
    }
    listeners.computeIfAbsent(owner, first -> new ArrayList<>()).add(listener);
  }

  /** Changes may have passed unseen: everybody is told. */
  synchronized void lost() {
    history.lost(clock.instant());
    List<Listener> open = listeners.values().stream().flatMap(List::stream).toList();
    open.forEach(Listener::gap);
  }

  /** Before the server waits for open requests to end: these would not. */
  synchronized void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
    List<Listener> open = listeners.values().stream().flatMap(List::stream).toList();
    open.forEach(Listener::end);
  }

  synchronized void leave(String owner, Listener listener) {
    listeners.computeIfPresent(owner, (same, open) -> {
      open.remove(listener);
      return open.isEmpty() ? null : open;
    });
  }
}
