package pms.search.rebuild;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * The last rebuild, as all replicas know it.
 *
 * @param index the concrete index that is, or was, filled
 * @param read records read from the log
 * @param visibleBefore images that could be found before, in all libraries together
 * @param documents images that can be found after
 * @param beatAt when it was last heard of
 */
public record RebuildState(
    State state,
    String index,
    long read,
    Long visibleBefore,
    Long documents,
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
    return new RebuildState(State.IDLE, null, 0, null, null, null, null, null, null);
  }

  static RebuildState started(Instant now) {
    return new RebuildState(State.RUNNING, null, 0, null, null, now, null, now, null);
  }

  RebuildState filling(String index, Long visibleBefore) {
    return new RebuildState(state, index, read, visibleBefore, documents, startedAt, finishedAt, beatAt, error);
  }

  RebuildState progressed(long read, Instant now) {
    return new RebuildState(state, index, read, visibleBefore, documents, startedAt, null, now, null);
  }

  RebuildState heardAt(Instant beat) {
    return new RebuildState(state, index, read, visibleBefore, documents, startedAt, null, beat, null);
  }

  RebuildState finished(long documents, Instant now) {
    return new RebuildState(State.FINISHED, index, read, visibleBefore, documents, startedAt, now, now, null);
  }

  RebuildState failed(String error, Instant now) {
    return new RebuildState(State.FAILED, index, read, visibleBefore, documents, startedAt, now, now, error);
  }

  /** Whether it is still at work; one that was not heard of for long was killed. */
  boolean isAlive(Instant now, Duration timeout) {
    return state == State.RUNNING && beatAt.plus(timeout).isAfter(now);
  }

  /** As it is to be shown: a killed one is no longer running. */
  RebuildState seen(Instant now, Duration timeout) {
    return state == State.RUNNING && !isAlive(now, timeout)
        ? new RebuildState(
            State.FAILED, index, read, visibleBefore, documents, startedAt, null, beatAt, "was interrupted")
        : this;
  }
}
