package pms.kit.worker;

import java.io.IOException;
import java.time.Duration;

/** The worker was ended because its task took too long. */
public class WorkerLate extends IOException {

  private final Duration limit;

  WorkerLate(Duration limit) {
    super("took longer than " + limit.toSeconds() + " seconds");
    this.limit = limit;
  }

  /** The one that was reached, of processor time or of the wall clock. */
  public Duration limit() {
    return limit;
  }
}
