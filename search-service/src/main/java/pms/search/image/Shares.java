package pms.search.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pms.contracts.PmsEvent;

/**
 * Many documents' events in shares that are settled at the same time: while Elasticsearch writes one, the other is read and folded.
 * Each document is in one share only, so that the shares never contend.
 */
record Shares(List<Map<String, List<PmsEvent>>> all) {

  /** Fewer are not worth a second request. */
  private static final int FEW = 200;
  private static final int AT_ONCE = 2;

  interface Work {
    Map<String, String> on(Map<String, List<PmsEvent>> share) throws IOException;
  }

  static Shares of(Map<String, List<PmsEvent>> events) {
    int count = events.size() < FEW ? 1 : AT_ONCE;
    List<Map<String, List<PmsEvent>>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(new LinkedHashMap<>());
    }
    int next = 0;
    for (Map.Entry<String, List<PmsEvent>> entry : events.entrySet()) {
      shares.get(next++ % count).put(entry.getKey(), entry.getValue());
    }
    return new Shares(shares);
  }

  /** What the work gave for all shares together, or the first failure; no work goes on when this returns. */
  Map<String, String> settle(Work work) throws IOException {
    if (all.size() == 1) {
      return work.on(all.getFirst());
    }
    Map<String, String> results = new HashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Map<String, String>>> running = all.stream().map(share -> threads.submit(() -> work.on(share))).toList();
      for (Future<Map<String, String>> one : running) {
        results.putAll(one.get());
      }
      return results;
    } catch (ExecutionException failed) {
      throw failure(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping while indexing", stopping);
    }
  }

  private static IOException failure(Throwable cause) {
    return switch (cause) {
      case RuntimeException ours -> throw ours;
      case Error grave -> throw grave;
      case IOException away -> away;
      default -> new IOException(cause);
    };
  }
}
