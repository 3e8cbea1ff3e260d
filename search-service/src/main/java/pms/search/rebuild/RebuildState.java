package pms.search.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import pms.search.index.Inventory;

/**
 * The last rebuild, as all replicas know it.
 *
 * @param index the concrete index that is, or was, filled
 * @param read records read from the log
 * @param events the same by topic
 * @param before what was in the indexes that were replaced
 * @param after what is in those that took their place
 * @param beatAt when it was last heard of
 */
public record RebuildState(
    State state,
    String index,
    long read,
    Map<String, Long> events,
    Inventory before,
    Inventory after,
    Instant startedAt,
    Instant finishedAt,
    Instant beatAt,
    String error) {

  public enum State {
    @JsonProperty("idle")
    IDLE,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("finished")
    FINISHED,
    @JsonProperty("failed")
    FAILED
  }

  static RebuildState idle() {
    return new RebuildState(State.IDLE, null, 0, null, null, null, null, null, null, null);
  }

  static RebuildState started(Instant now) {
    return new RebuildState(State.RUNNING, null, 0, Map.of(), null, null, now, null, now, null);
  }

  RebuildState filling(String index, Inventory before) {
    return new RebuildState(state, index, read, events, before, after, startedAt, finishedAt, beatAt, error);
  }

  RebuildState progressed(Map<String, Long> more, Instant now) {
    Map<String, Long> sum = new TreeMap<>(events);
    more.forEach((topic, count) -> sum.merge(topic, count, Long::sum));
    long all = sum.values().stream().mapToLong(Long::longValue).sum();
    return new RebuildState(state, index, all, sum, before, after, startedAt, null, now, null);
  }

  RebuildState heardAt(Instant beat) {
    return new RebuildState(state, index, read, events, before, after, startedAt, null, beat, null);
  }

  RebuildState finished(Inventory after, Instant now) {
    return new RebuildState(State.FINISHED, index, read, events, before, after, startedAt, now, now, null);
  }

  RebuildState failed(String error, Instant now) {
    return new RebuildState(State.FAILED, index, read, events, before, after, startedAt, now, now, error);
  }

  /** Whether it is still at work; one that was not heard of for long was killed. */
  boolean isAlive(Instant now, Duration timeout) {
    return state == State.RUNNING && beatAt.plus(timeout).isAfter(now);
  }

  /** As it is to be shown: a killed one is no longer running. */
  RebuildState seen(Instant now, Duration timeout) {
    return state == State.RUNNING && !isAlive(now, timeout)
        ? new RebuildState(
            State.FAILED, index, read, events, before, after, startedAt, null, beatAt, "was interrupted")
        : this;
  }
}
