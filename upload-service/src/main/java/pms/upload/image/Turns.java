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
class Turns {

  /** What one holds while it runs: a part for the object store, which doubles while it grows, and the peek. */
  private static final long HEAP_FOR_ONE = 24 << 20;

  private static final long MOST = 32;

  private final Semaphore free;
  private final long patience;

  Turns(UploadConfig config, MeterRegistry meters) {
    int turns = config.concurrent().orElseGet(() -> forHeap(Runtime.getRuntime().maxMemory()));
    this.free = new Semaphore(turns, true);
    this.patience = config.patience().toMillis();
    meters.gauge("pms.uploads.running", free, semaphore -> turns - semaphore.availablePermits());
  }

  /** Does the work when it is its turn. */
  <T> T take(Callable<T> work) throws Exception {
    if (!free.tryAcquire(patience, TimeUnit.MILLISECONDS)) {
      throw Problem.of(503, "busy", "Busy", "Too many uploads are running: try again in a few seconds.");
    }
    try {
      return work.call();
    } finally {
      free.release();
    }
  }

  static int forHeap(long bytes) {
    return (int) Math.clamp(bytes / HEAP_FOR_ONE, 2, MOST);
  }
}
