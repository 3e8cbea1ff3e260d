package pms.gateway.event;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import pms.gateway.GatewayConfig;

/** Tells each change to the open streams of those who may know of it, and to nobody else. */
@ApplicationScoped
class LiveChanges {

  private final GatewayConfig.Live config;
  private final History history;
  private final Clock clock;
  private final Map<String, List<Open>> streams = new HashMap<>();

  LiveChanges(GatewayConfig gateway, Clock clock) {
    this.config = gateway.live();
    this.clock = clock;
    Instant now = clock.instant();
    this.history =
        new History(
            Long.toString(now.toEpochMilli(), 36), now.minus(config.memory()), config.remembered(), config.owners());
  }

  /** One open stream. It must not block: changes of all others wait meanwhile. */
  interface Listener {

    void changed(History.Entry change);

    /** Changes before the next one are missing: what is shown has to be fetched anew. */
    void gap();

    /** The gateway stops: another one goes on where this one ends. */
    void end();
  }

  /** @param subjects whom the token proves them to be */
  private record Open(Set<String> subjects, Listener listener) {}

  synchronized void tell(Change change) {
    History.Entry entry = history.add(change);
    Set<Open> concerned = new LinkedHashSet<>();
    change.audience().all().forEach(subject -> concerned.addAll(streams.getOrDefault(subject, List.of())));
    concerned.forEach(open -> entry.toldTo(open.subjects).ifPresent(open.listener::changed));
  }

  /** @param user as a subject */
  synchronized boolean full(String user) {
    return streams.getOrDefault(user, List.of()).size() >= config.perUser();
  }

  /** From now on, after what was missed since this id (null for none); in one step, so that nothing falls in between. */
  synchronized void join(Set<String> subjects, String lastId, Listener listener) {
    if (lastId != null) {
      History.Missed missed = history.after(subjects, lastId);
      if (missed.gap()) {
        listener.gap();
      }
      missed.changes().forEach(listener::changed);
    }
    Open open = new Open(subjects, listener);
    subjects.forEach(subject -> streams.computeIfAbsent(subject, first -> new ArrayList<>()).add(open));
  }

  /** Changes may have passed unseen: everybody is told. */
  synchronized void lost() {
    history.lost(clock.instant());
    open().forEach(Listener::gap);
  }

  /** Before the server waits for open requests to end: these would not. */
  synchronized void stop(@Observes ShutdownDelayInitiatedEvent stopping) {
    open().forEach(Listener::end);
  }

  synchronized void leave(Set<String> subjects, Listener listener) {
    for (String subject : subjects) {
      streams.computeIfPresent(subject, (same, open) -> {
        open.removeIf(stream -> stream.listener == listener);
        return open.isEmpty() ? null : open;
      });
    }
  }

  private Set<Listener> open() {
    return streams.values().stream().flatMap(List::stream).map(Open::listener).collect(Collectors.toSet());
  }
}
