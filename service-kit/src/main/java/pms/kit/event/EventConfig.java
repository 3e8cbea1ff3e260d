package pms.kit.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How events leave and arrive. */
@ConfigMapping(prefix = "pms.events")
public interface EventConfig {

  /** Kafka bootstrap servers. */
  String kafka();

  /** Stands before every topic and consumer group, so that test runs share a broker without meeting. */
  Optional<String> topicPrefix();

  /** The service's short name, such as {@code upload}. */
  String service();

  /** First pause after a failed delivery; doubles up to {@link #longestPause}. */
  @WithDefault("200ms")
  Duration firstPause();

  @WithDefault("10s")
  Duration longestPause();

  /** A delivery that has failed for so long is parked, so that those behind it go on. */
  @WithDefault("10m")
  Duration parkAfter();

  /** How often the relay looks for rows that nobody woke it for: left by a crash, or by another replica. */
  @WithDefault("1s")
  Duration relayPause();

  /** An event that waits longer than this in the outbox makes the service not ready. */
  @WithDefault("15m")
  Duration outboxTolerance();

  /** A topic's or consumer group's name on the broker. */
  default String topic(String name) {
    return topicPrefix().orElse("") + name;
  }
}
