package pms.gateway.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The latest changes of each owner, for those who come back. It is bounded twice, by changes and by owners, and knows what it
 * has forgotten, so that a gap is said and never hidden. Not safe for use by several threads.
 */
final class History {

  /**
   * Topics come in no order among themselves: what another gateway had not seen yet may be this much older than the last it
   * told. Told twice is better than not told.
   */
  private static final Duration OVERLAP = Duration.ofSeconds(60);

  private final String run;
  private final int perOwner;
  private final int owners;
  private final LinkedHashMap<String, Ring> rings = new LinkedHashMap<>(16, 0.75f, true);
  private Position forgotten;
  private long number;

  /** @param since what is older was never read */
  History(String run, Instant since, int perOwner, int owners) {
    this.run = run;
    this.perOwner = perOwner;
    this.owners = owners;
    this.forgotten = new Position(run, 0, since);
  }

  record Entry(Position position, Change change) {}

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
    Ring ring = rings.computeIfAbsent(change.owner(), first -> new Ring(forgotten));
    ring.entries.addLast(entry);
    if (ring.entries.size() > perOwner) {
      ring.forgotten = later(ring.forgotten, ring.entries.removeFirst().position());
    }
    forgetQuietest();
    return entry;
  }

  /** What the owner has not been told after this id; the id is the client's, and may be anything. */
  Missed after(String owner, String lastId) {
    Ring ring = rings.get(owner);
    Position limit = ring == null ? forgotten : ring.forgotten;
    List<Entry> known = ring == null ? List.of() : List.copyOf(ring.entries);
    return Position.of(lastId).map(last -> since(last, limit, known)).orElse(new Missed(true, known));
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
    if (rings.size() > owners) {
      Ring quietest = rings.pollFirstEntry().getValue();
      forgotten = later(forgotten, quietest.entries.getLast().position());
    }
  }

  private static Position later(Position one, Position other) {
    Instant time = one.time().isAfter(other.time()) ? one.time() : other.time();
    return new Position(one.run(), Math.max(one.number(), other.number()), time);
  }
}
