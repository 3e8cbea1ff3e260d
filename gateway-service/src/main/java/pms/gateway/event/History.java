package pms.gateway.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The latest changes for each subject, for those who come back. It is bounded twice, by changes and by subjects, and knows what
 * it has forgotten, so that a gap is said and never hidden. Who was put out of something finds nothing of it any more (D7). Not
 * safe for use by several threads.
 */
final class History {

  /**
   * Topics come in no order among themselves: what another gateway had not seen yet may be this much older than the last it
   * told. Told twice is better than not told.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  private final String run;
  private final int perSubject;
  private final int subjects;
  private final LinkedHashMap<String, Ring> rings = new LinkedHashMap<>(16, 0.75f, true);
  private Position forgotten;
  private long number;

  /** @param since what is older was never read */
  History(String run, Instant since, int perSubject, int subjects) {
    this.run = run;
    this.perSubject = perSubject;
    this.subjects = subjects;
    this.forgotten = new Position(run, 0, since);
  }

  record Entry(Position position, Change change) {

    Optional<Entry> toldTo(Set<String> subjects) {
      return change.toldTo(subjects).map(told -> new Entry(position, told));
    }
  }

  /** @param gap whether changes are missing before the first of these */
  record Missed(boolean gap, List<Entry> changes) {}

  private static final class Ring {
    private final Deque<Entry> entries = new ArrayDeque<>();
    private Position forgotten;

    Ring(Position forgotten) {
      this.forgotten = forgotten;
    }
  }

  Entry add(Change change) {
    Entry entry = new Entry(new Position(run, ++number, change.at()), change);
    change.audience().forgetting().forEach(subject -> forget(subject, change));
    change.audience().all().forEach(subject -> add(subject, entry));
    forgetQuietest();
    return entry;
  }

  /** What these have not been told after this id; the id is the client's, and may be anything. */
  Missed after(Set<String> these, String lastId) {
    Position limit = these.stream().map(this::limit).reduce(new Position(run, 0, Instant.MIN), History::later);
    List<Entry> known = known(these);
    return Position.of(lastId).map(last -> since(last, limit, known)).orElse(new Missed(true, known));
  }

  private void add(String subject, Entry entry) {
    Ring ring = rings.computeIfAbsent(subject, first -> new Ring(forgotten));
    ring.entries.addLast(entry);
    if (ring.entries.size() > perSubject) {
      ring.forgotten = later(ring.forgotten, ring.entries.removeFirst().position());
    }
  }

  private void forget(String subject, Change change) {
    Ring ring = rings.get(subject);
    if (ring != null) {
      ring.entries.removeIf(entry -> entry.change().isAboutTheSameAs(change));
    }
  }

  private Position limit(String subject) {
    Ring ring = rings.get(subject);
    return ring == null ? forgotten : ring.forgotten;
  }

  /** In the order they came, each once, and as it is told to them. */
  private List<Entry> known(Set<String> these) {
    SortedMap<Long, Entry> known = new TreeMap<>();
    for (String subject : these) {
      Ring ring = rings.get(subject);
      if (ring != null) {
        ring.entries.forEach(entry -> entry.toldTo(these).ifPresent(told -> known.put(told.position().number(), told)));
      }
    }
    return List.copyOf(known.values());
  }

  private Missed since(Position last, Position limit, List<Entry> known) {
    if (last.run().equals(run)) {
      boolean gap = last.number() < limit.number() || last.number() > number;
      return new Missed(gap, known.stream().filter(e -> e.position().number() > last.number()).toList());
    }
    Instant from = last.time().minus(OVERLAP);
    return new Missed(
        from.isBefore(limit.time()), known.stream().filter(e -> !e.position().time().isBefore(from)).toList());
  }

  /** Changes up to now may be missing, nobody knows whose. */
  void lost(Instant now) {
    rings.clear();
    forgotten = new Position(run, ++number, now);
  }

  private void forgetQuietest() {
    while (rings.size() > subjects) {
      Ring quietest = rings.pollFirstEntry().getValue();
      Position last = quietest.entries.isEmpty() ? quietest.forgotten : quietest.entries.getLast().position();
      forgotten = later(forgotten, last);
    }
  }

  private static Position later(Position one, Position other) {
    Instant time = one.time().isAfter(other.time()) ? one.time() : other.time();
    return new Position(one.run(), Math.max(one.number(), other.number()), time);
  }
}
