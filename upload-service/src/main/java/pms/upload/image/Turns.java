package pms.upload.image;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pms.kit.problem.Problem;
import pms.upload.UploadConfig;

/** Bounds the uploads that run at once, and with them memory; first come, first served. */
@ApplicationScoped
public class Turns {

  /** What one holds while it runs: a part for the object store, which doubles while it grows, and the peek. */
  private static final long HEAP_FOR_ONE = 24 << 20;

  private static final long MOST = 32;

  /** A third of the turns at most is for guests, so that members never wait for guests alone. */
  private static final int GUESTS_SHARE = 3;

  private final Semaphore free;
  private final Semaphore guests;
  private final long patience;

  Turns(UploadConfig config, MeterRegistry meters) {
    int turns = config.concurrent().orElseGet(() -> forHeap(Runtime.getRuntime().maxMemory()));
    this.free = new Semaphore(turns, true);
    this.guests = new Semaphore(Math.max(1, turns / GUESTS_SHARE), true);
    this.patience = config.patience().toMillis();
    meters.gauge("pms.uploads.running", free, semaphore -> turns - semaphore.availablePermits());
  }

  /** Does the work when it is its turn. */
  public <T> T take(Callable<T> work) throws Exception {
    return take(free, work);
  }

  /** The same for somebody without account, of whom fewer come in at once. */
  public <T> T takeAsGuest(Callable<T> work) throws Exception {
    return take(guests, () -> take(free, work));
  }

  private <T> T take(Semaphore turns, Callable<T> work) throws Exception {
    if (!turns.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
      throw Problem.of(503, "busy", "Busy", "Too many uploads are running: try again in a few seconds.");
    }
    try {
      return work.call();
    } finally {
      turns.release();
    }
  }

  static int forHeap(long bytes) {
    return (int) Math.clamp(bytes / HEAP_FOR_ONE, 2, MOST);
  }
}
