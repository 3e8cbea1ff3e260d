package pms.search.rebuild;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.IndexResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.search.index.SearchConfig;

/**
 * One rebuild at a time among all replicas: a single document, written only on condition that nobody else wrote it since
 * it was read. It also tells every replica how far the rebuild is.
 */
@ApplicationScoped
class RebuildLock {

  private static final Logger LOG = Logger.getLogger(RebuildLock.class);
  private static final String ID = "rebuild";
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final ElasticsearchClient client;
  private final SearchConfig config;
  private final Clock clock;

  RebuildLock(ElasticsearchClient client, SearchConfig config, Clock clock) {
    this.client = client;
    this.config = config;
    this.clock = clock;
  }

  RebuildState state() throws IOException {
    return read()
        .map(GetResponse::source)
        .orElseGet(RebuildState::idle)
        .seen(clock.instant(), config.rebuildTimeout());
  }

  /** The lock, held; empty when another rebuild is alive. */
  Optional<Held> tryLock() throws IOException {
    ensureIndex();
    Optional<GetResponse<RebuildState>> before = read();
    RebuildState state = before.map(GetResponse::source).orElseGet(RebuildState::idle);
    if (state.isAlive(clock.instant(), config.rebuildTimeout())) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Held(RebuildState.started(clock.instant()), before.orElse(null)));
    } catch (ElasticsearchException e) {
      if (e.status() != CONFLICT) {
        throw e;
      }
      LOG.info("another replica began a rebuild at the same moment");
      return Optional.empty();
    }
  }

  /** Made in so many words, since a careful cluster makes no index by itself. */
  private void ensureIndex() throws IOException {
    if (client.indices().exists(exists -> exists.index(index())).value()) {
      return;
    }
    try {
      client.indices()
          .create(
              create ->
                  create
                      .index(index())
                      .settings(settings -> settings.numberOfShards("1").autoExpandReplicas("0-1"))
                      .mappings(mapping -> mapping.dynamic(DynamicMapping.False)));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
      LOG.debugf("%s was made by another replica", index());
    }
  }

  private Optional<GetResponse<RebuildState>> read() throws IOException {
    try {
      GetResponse<RebuildState> found = client.get(get -> get.index(index()).id(ID), RebuildState.class);
      return Optional.of(found).filter(GetResponse::found);
    } catch (ElasticsearchException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private String index() {
    return config.index("search-state");
  }

  /** The lock while it is held. Any write fails if the lock was lost to somebody who thought us dead. */
  final class Held {

    private RebuildState state;
    private long seqNo;
    private long primaryTerm;

    private Held(RebuildState state, GetResponse<RebuildState> before) throws IOException {
      this.state = state;
      if (before == null) {
        remember(client.index(write -> write.index(index()).id(ID).opType(OpType.Create).document(state)));
      } else {
        this.seqNo = before.seqNo();
        this.primaryTerm = before.primaryTerm();
        write(state);
      }
    }

    RebuildState state() {
      return state;
    }

    void write(RebuildState next) throws IOException {
      remember(
          client.index(
              write -> write.index(index()).id(ID).ifSeqNo(seqNo).ifPrimaryTerm(primaryTerm).document(next)));
      state = next;
    }

    /** Remembers how far it is; tells the others only so often. */
    RebuildState progress(RebuildState next, Duration often) throws IOException {
      boolean due = !state.beatAt().plus(often).isAfter(next.beatAt());
      if (due) {
        write(next);
      } else {
        state = next.heardAt(state.beatAt());
      }
      return state;
    }

    private void remember(IndexResponse written) {
      seqNo = written.seqNo();
      primaryTerm = written.primaryTerm();
    }
  }
}
