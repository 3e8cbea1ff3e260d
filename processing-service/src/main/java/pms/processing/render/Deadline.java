package pms.processing.render;

import java.time.Duration;

/** Looked at between rows: a decoder cannot be stopped from outside, only from within. */
final class Deadline {

  private final Duration limit;
  private final long end;

  Deadline(Duration limit) {
    this.limit = limit;
    this.end = System.nanoTime() + limit.toNanos();
  }

  void check() {
    if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
      throw new Passed(limit);
    }
  }

  /** Goes through the decoder's native code as it is. */
  static final class Passed extends RuntimeException {

    Passed(Duration limit) {
      super("Reading the picture took longer than " + limit.toSeconds() + " seconds.", null, false, false);
    }
  }
}
