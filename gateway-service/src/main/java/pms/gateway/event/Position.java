package pms.gateway.event;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in the stream a change stands: the SSE event id. Exact within one run of one gateway; to another run or another gateway
 * only the time says something.
 *
 * @param run which gateway process numbered it
 * @param number grows by one with every change that process saw
 * @param time Kafka's time of the change
 */
record Position(String run, long number, Instant time) {

  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,16})-(\\d{1,18})-(\\d{1,15})");

  /** Empty for what is none of ours. */
  static Optional<Position> of(String id) {
    Matcher parts = FORM.matcher(id);
    return parts.matches()
        ? Optional.of(
            new Position(
                parts.group(1), Long.parseLong(parts.group(2)), Instant.ofEpochMilli(Long.parseLong(parts.group(3)))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return run + "-" + number + "-" + time.toEpochMilli();
  }
}
