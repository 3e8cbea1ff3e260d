package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Versions that are rendered without an event. */
@ApplicationScoped
class RedoQueue {

  private static final int BATCH = 4;
  /** Longer than a batch takes, unless pictures hang; doing one twice does no harm. */
  private static final Duration LEASE = Duration.ofMinutes(5);
  /** An edit is rendered because of its event, but of those the log keeps only the last one of an image. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  private final Clock clock;

  RedoQueue(Clock clock) {
    this.clock = clock;
  }

  @Transactional
  int addFailed() {
    return Version.requeueFailed();
  }

  @Transactional
  int addForgotten() {
    return Version.requeueForgotten(clock.instant().minus(FORGOTTEN));
  }

  @Transactional
  List<Job> claim() {
    return Version.claim(BATCH, clock.instant(), LEASE).stream().map(RedoQueue::job).flatMap(Optional::stream).toList();
  }

  private static Optional<Job> job(Version version) {
    return Image.of(version.imageId)
        .filter(Image::isThere)
        .map(image -> Job.of(image, version, Optional.empty()));
  }
}
