package pms.platform.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.process.Launch;

/** One process of the suite: a real server, or one of our services. */
public interface Server {

  /** Of its log, its data folder and its line in {@code ./pms status}. */
  String name();

  /** What it listens on, the most interesting first. */
  List<Port> ports();

  /** Names of the processes that have to be ready before this one is started. */
  default Set<String> needs() {
    return Set.of();
  }

  /** Fetches and prepares what does not change from start to start; slow the first time, then nothing. */
  default void install(Site site) {}

  /** Writes its configuration and tells how to start it. Nothing of the same name runs at this moment. */
  Launch launch(Site site);

  /** What a build of ours writes anew: a process that is older runs on files that are gone, and {@code up} starts it again. */
  default Optional<Path> built(Site site) {
    return Optional.empty();
  }

  /** Whether it does its work: not only that the port is open. */
  boolean isReady(Site site);

  /** What it has to hold before the others may use it: databases, topics, a bucket. Repeatable. */
  default void furnish(Site site) {}

  /** Tells the main process from helpers and workers, by its command. */
  default boolean isMain(String command) {
    return true;
  }

  /** The signal for a fast and clean end. */
  default String stopSignal() {
    return "TERM";
  }

  /** How long a start may take. */
  default Duration patience() {
    return Duration.ofSeconds(180);
  }

  default Path data(Site site) {
    return site.home().data(name());
  }
}
