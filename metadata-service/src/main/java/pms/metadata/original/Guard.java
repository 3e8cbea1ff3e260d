package pms.metadata.original;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import pms.kit.store.ObjectMissing;
import pms.kit.store.StoreFailure;
import pms.metadata.extract.Extracted;

/**
 * Runs the reader of one file in a thread of its own with a small stack and a limited time, since files are written by
 * strangers: whatever it throws, errors included, is a fact about the file. Only the store's failures go through.
 */
final class Guard {

  private static final Logger LOG = Logger.getLogger(Guard.class);
  private static final long STACK_BYTES = 512 << 10;

  private final Duration limit;

  Guard(Duration limit) {
    this.limit = limit;
  }

  /** @param waiting whether the reader is waiting for the store, and so is not to blame for the time */
  Extracted run(Supplier<Extracted> reader, BooleanSupplier waiting) throws InterruptedException {
    FutureTask<Extracted> task = new FutureTask<>(reader::get);
    Thread thread = new Thread(null, task, "metadata-reader", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      return judge(failed.getCause());
    } catch (TimeoutException tooLong) {
      if (waiting.getAsBoolean()) {
        throw new StoreFailure("no answer from the store in " + limit, tooLong);
      }
      LOG.warnf("a reader was given up after %s", limit);
      return Extracted.nothing("Reading the metadata took too long.");
    } finally {
      thread.interrupt();
    }
  }

  private static Extracted judge(Throwable thrown) {
    return switch (thrown) {
      case StoreFailure failure -> throw failure;
      case ObjectMissing missing -> throw missing;
      default -> {
        LOG.warnf("a reader failed: %s", thrown);
        yield Extracted.nothing("The metadata could not be read: the file is broken.");
      }
    };
  }
}
