package pms.metadata.reader;

import java.io.IOException;
import java.time.Duration;
import pms.kit.store.ObjectMissing;
import pms.kit.store.StoreFailure;
import pms.kit.worker.WorkerLate;
import pms.metadata.extract.Bytes;

/** A file whose parts are given to a worker. What the store does is not the file's fault, and kept apart. */
final class Lent {

  private final Bytes file;
  private RuntimeException failure;
  private long waited;

  Lent(Bytes file) {
    this.file = file;
  }

  long length() {
    return file.length();
  }

  /** Null when the worker does not get that. */
  byte[] part(long offset, int count) {
    if (failure != null || count < 0 || count > Protocol.LARGEST_PART) {
      return null;
    }
    long begun = System.nanoTime();
    try {
      return file.read(offset, count);
    } catch (StoreFailure | ObjectMissing failed) {
      failure = failed;
      return null;
    } catch (IOException beyondWhatIsAllowed) {
      return null;
    } finally {
      waited += System.nanoTime() - begun;
    }
  }

  void throwFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  /** Who waited for the store most of the time is not late by itself. */
  void throwDelay(Duration limit, WorkerLate late) {
    throwFailure();
    if (waited > limit.toNanos() / 2) {
      throw new StoreFailure("parts of a file took " + Duration.ofNanos(waited), late);
    }
  }
}
