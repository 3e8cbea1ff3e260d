package pms.upload.body;

import java.time.Duration;

/**
 * How fast a transfer must at least be, since whoever trickles keeps others waiting for their turn.
 *
 * @param longest how long the whole of it may take
 * @param start how long the average is not looked at
 * @param slowest bytes per second on average
 */
public record Pace(Duration longest, Duration start, long slowest) {

  boolean allows(Duration elapsed, long bytes) {
    if (elapsed.compareTo(longest) > 0) {
      return false;
    }
    return elapsed.compareTo(start) <= 0 || bytes >= slowest * elapsed.minus(start).toSeconds();
  }
}
