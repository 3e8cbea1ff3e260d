package pms.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import pms.platform.PlatformException;

/** How processes end. */
public final class Endings {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration POLL = Duration.ofMillis(150);

  private Endings() {}

  /** Sends a signal by its name without SIG. */
  public static void signal(long pid, String name) {
    if (name.equals("TERM")) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
      return;
    }
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** SIGKILL, and waits until they are gone. */
  public static void kill(List<Long> pids) {
    pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    awaitGone(pids);
  }

  /** False if one of them still runs after a minute. */
  public static boolean awaitGone(List<Long> pids) {
    Instant limit = Instant.now().plus(PATIENCE);
    while (pids.stream().anyMatch(pid -> Proc.started(pid).isPresent())) {
      if (Instant.now().isAfter(limit)) {
        return false;
      }
      pause();
    }
    return true;
  }

  /** Between two looks at something that is not our child and cannot tell us. */
  public static void pause() {
    try {
      Thread.sleep(POLL);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static PlatformException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PlatformException("Interrupted", e);
  }
}
