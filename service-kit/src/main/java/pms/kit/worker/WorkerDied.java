package pms.kit.worker;

import java.io.IOException;

/** The worker process ended while it had a task, or said what makes no sense; the message says how. */
public class WorkerDied extends IOException {

  public WorkerDied(String how) {
    super(how);
  }

  /** @param status as the operating system tells it: from 128 on it is a signal */
  static WorkerDied with(int status) {
    return new WorkerDied(switch (status) {
      case 128 + 6 -> "the worker gave up: out of memory, or an assertion of a library";
      case 128 + 11, 128 + 7 -> "the worker was stopped by an access to memory that is not its own";
      case 128 + 9 -> "the worker was killed";
      default -> "the worker ended with status " + status;
    });
  }
}
