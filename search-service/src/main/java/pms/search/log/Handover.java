package pms.search.log;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Has one batch written while the next is being read; they are written in their order. */
final class Handover implements AutoCloseable {

  private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("log-writer").factory());
  private Future<?> going = CompletableFuture.completedFuture(null);

  /** Waits for the batch before, and fails as that has. */
  void give(LogReplay.Writing batch) throws IOException, InterruptedException {
    await();
    going = writer.submit(() -> {
      batch.run();
      return null;
    });
  }

  /** Returns once all that was given is written. */
  void await() throws IOException, InterruptedException {
    try {
      going.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException world -> throw world;
        case InterruptedException stopping -> throw stopping;
        case RuntimeException surprise -> throw surprise;
        case Throwable worse -> throw new IllegalStateException(worse);
      }
    }
  }

  /** What is still being written is stopped; nothing is written once this returns. */
  @Override
  public void close() {
    writer.shutdownNow();
    writer.close();
  }
}
