package pms.search.find;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.OpenPointInTimeResponse;
import co.elastic.clients.elasticsearch.core.search.PointInTimeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import pms.search.index.SearchConfig;
import pms.search.index.SearchIndexes;

/**
 * Views of the index as it was when a search began, so that its pages do not shift while the library changes. Each keeps
 * files of the index from being deleted: a caller has only so many, and all callers together; one more closes the oldest.
 */
@ApplicationScoped
class PointsInTime {

  private static final Logger LOG = Logger.getLogger(PointsInTime.class);

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final SearchConfig config;
  /** Callers by the view they have open, the longest unused first. */
  private final LinkedHashMap<String, String> open = new LinkedHashMap<>();

  PointsInTime(ElasticsearchClient client, SearchIndexes indexes, SearchConfig config) {
    this.client = client;
    this.indexes = indexes;
    this.config = config;
  }

  /** Is under way when this returns, so that other things can be asked meanwhile. */
  CompletableFuture<String> open(String caller) {
    return new ElasticsearchAsyncClient(client._transport())
        .openPointInTime(
            view ->
                view.index(indexes.alias())
                    .keepAlive(keepAlive())
                    // The same copies of the shards for the same caller: scores do not jump between two searches.
                    .preference("caller-" + caller))
        .thenApply(OpenPointInTimeResponse::id);
  }

  /** Waits until it is open. */
  static String opened(CompletableFuture<String> view) throws IOException {
    try {
      return view.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof IOException away) {
        throw away;
      }
      throw failed.getCause() instanceof RuntimeException ours ? ours : failed;
    }
  }

  PointInTimeReference reference(String id) {
    return PointInTimeReference.of(view -> view.id(id).keepAlive(keepAlive()));
  }

  /** Remembers that somebody will go on with a view, and closes those that are too many. */
  void keep(String id, String caller) {
    tooMany(id, caller).forEach(this::close);
  }

  /** Without waiting for it: nobody asks for it any more, and one that stays open ends by itself. */
  void close(String id) {
    synchronized (open) {
      open.remove(id);
    }
    Thread.startVirtualThread(() -> end(id));
  }

  private void end(String id) {
    try {
      client.closePointInTime(close -> close.id(id));
    } catch (ElasticsearchException | IOException e) {
      LOG.debugf("a view of the index was not closed and will end by itself: %s", e);
    }
  }

  private List<String> tooMany(String id, String caller) {
    synchronized (open) {
      open.remove(id);
      open.put(id, caller);
      List<String> mine = open.keySet().stream().filter(view -> caller.equals(open.get(view))).toList();
      List<String> old = new ArrayList<>(mine.subList(0, Math.max(0, mine.size() - config.openPerCaller())));
      old.forEach(open::remove);
      while (open.size() > config.openAtOnce()) {
        old.add(open.pollFirstEntry().getKey());
      }
      return old;
    }
  }

  private Time keepAlive() {
    return Time.of(time -> time.time(config.pageTimeout().toMillis() + "ms"));
  }
}
