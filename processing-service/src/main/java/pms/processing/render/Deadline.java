package pms.processing.render;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Looked at between rows: a decoder cannot be stopped from outside, only from within. It counts the processor time of its
 * thread, so that a picture does not fail because the machine is busy with others.
 */
final class Deadline {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Duration limit;
  private final long end;

  Deadline(Duration limit) {
    this.limit = limit;
    this.end = THREADS.getCurrentThreadCpuTime() + limit.toNanos();
  }

  void check() {
    if (THREADS.getCurrentThreadCpuTime() - end > 0 || Thread.currentThread().isInterrupted()) {
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
