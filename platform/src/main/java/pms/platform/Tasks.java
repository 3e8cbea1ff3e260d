package pms.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import pms.platform.server.Server;

/**
 * The same work for every server, in parallel; a server's work may wait for that of others. On platform threads: virtual ones that
 * load classes keep their carrier, and with two of these, both waiting for a lock of a third, nothing went on.
 */
final class Tasks {

  private final Map<String, CompletableFuture<Void>> done = new LinkedHashMap<>();

  /** Does the work for all and returns at the end of the last; failures are reported together. */
  void run(List<Server> servers, Consumer<Server> work) {
    servers.forEach(server -> done.put(server.name(), new CompletableFuture<>()));
    try (var threads = Executors.newCachedThreadPool()) {
      servers.forEach(server -> threads.submit(() -> complete(done.get(server.name()), () -> work.accept(server))));
    }
    report();
  }

  /** Called from within the work: waits for that of others; names without work are taken as done. */
  void awaitAll(Collection<String> names) {
    for (String name : names) {
      try {
        done.getOrDefault(name, CompletableFuture.completedFuture(null)).join();
      } catch (CompletionException e) {
        throw new NotReached(e);
      }
    }
  }

  private static void complete(CompletableFuture<Void> future, Runnable work) {
    try {
      work.run();
      future.complete(null);
    } catch (RuntimeException | Error e) {
      future.completeExceptionally(e);
    }
  }

  private void report() {
    List<String> failures = new ArrayList<>();
    Throwable cause = null;
    for (var one : done.entrySet()) {
      Throwable failure = one.getValue().isCompletedExceptionally() ? one.getValue().exceptionNow() : null;
      if (failure != null && !(failure instanceof NotReached)) {
        failures.add(failure instanceof PlatformException ? failure.getMessage() : one.getKey() + ": " + failure);
        cause = failure;
      }
    }
    if (!failures.isEmpty()) {
      throw new PlatformException(String.join("\n", failures), cause);
    }
  }

  /** Not done, because something it waits for failed; that failure is the one to report. */
  private static final class NotReached extends RuntimeException {
    NotReached(Throwable cause) {
      super(cause);
    }
  }
}
