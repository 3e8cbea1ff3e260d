package pms.search.image;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.contracts.PmsEvent;
import pms.contracts.UploadEvent;
import pms.search.index.Elasticsearch;
import pms.search.index.SearchIndexes;
import pms.search.index.IndexGone;

/**
 * Folds events into an index: reads the documents as they are, folds, and writes back what changed on condition that
 * nobody wrote in between; where somebody did, reads and folds again.
 */
@ApplicationScoped
class ImageWriter {

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final String NO_INDEX = "index_not_found_exception";

  private final ElasticsearchClient client;

  ImageWriter(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * Returns once every event is in the index, but for those that can never be.
   *
   * @return the documents' ids of events that cannot be written however often it is tried, and why
   * @throws IOException when Elasticsearch does not answer or is too busy: try again
   * @throws IndexGone when the index was deleted: try again with the one that took its place
   */
  Map<String, String> write(String index, Collection<? extends PmsEvent> events) throws IOException {
    Map<String, List<PmsEvent>> pending =
        events.stream().collect(Collectors.groupingBy(DocumentId::of, LinkedHashMap::new, Collectors.toList()));
    return Shares.of(pending).settle(share -> settle(index, share));
  }

  private Map<String, String> settle(String index, Map<String, List<PmsEvent>> pending) throws IOException {
    Map<String, String> refused = new HashMap<>();
    Set<String> unread = pending.keySet().stream().filter(id -> !isNew(pending.get(id))).collect(Collectors.toSet());
    while (!pending.isEmpty()) {
      Map<String, GetResult<ImageDocument>> current = read(index, unread);
      List<BulkOperation> changes = new ArrayList<>();
      for (Map.Entry<String, List<PmsEvent>> entry : pending.entrySet()) {
        fold(index, entry.getKey(), entry.getValue(), current, changes, refused);
      }
      pending.keySet().retainAll(conflicts(index, changes, refused));
      unread = pending.keySet();
    }
    return refused;
  }

  /** An upload is told first and once, as a rule, so its document is made without asking; if it is there, that is a conflict. */
  private static boolean isNew(List<PmsEvent> events) {
    return events.stream().anyMatch(UploadEvent.class::isInstance);
  }

  private Map<String, GetResult<ImageDocument>> read(String index, Collection<String> ids) throws IOException {
    Map<String, GetResult<ImageDocument>> found = new HashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    String alias = SearchIndexes.writeAlias(index);
    List<String> wanted = List.copyOf(ids);
    for (MultiGetResponseItem<ImageDocument> item :
        client.mget(get -> get.index(alias).ids(wanted), ImageDocument.class).docs()) {
      if (item.isFailure()) {
        throw failure(index, item.failure().error());
      }
      found.put(item.result().id(), item.result());
    }
    return found;
  }

  private void fold(
      String index,
      String id,
      List<PmsEvent> events,
      Map<String, GetResult<ImageDocument>> current,
      List<BulkOperation> changes,
      Map<String, String> refused) {
    try {
      GetResult<ImageDocument> stored = current.get(id);
      ImageDocument before = stored != null && stored.found() ? stored.source() : unheardOf(events.getFirst());
      ImageDocument after = before;
      for (PmsEvent event : events) {
        after = after.fold(event);
      }
      if (after != before) {
        changes.add(change(index, id, stored, after));
      }
    } catch (JsonProcessingException | RuntimeException e) {
      refused.put(id, e.toString());
    }
  }

  private static ImageDocument unheardOf(PmsEvent event) {
    return ImageDocument.unheardOf(UUID.fromString(event.key()), event.owner());
  }

  private static BulkOperation change(
      String index, String id, GetResult<ImageDocument> stored, ImageDocument document) throws JsonProcessingException {
    String alias = SearchIndexes.writeAlias(index);
    BinaryData json = BinaryData.of(Elasticsearch.JSON.writeValueAsBytes(document), ContentType.APPLICATION_JSON);
    if (stored == null || !stored.found()) {
      return BulkOperation.of(bulk -> bulk.create(op -> op.index(alias).id(id).document(json)));
    }
    return BulkOperation.of(
        bulk ->
            bulk.index(
                op ->
                    op.index(alias)
                        .id(id)
                        .document(json)
                        .ifSeqNo(stored.seqNo())
                        .ifPrimaryTerm(stored.primaryTerm())));
  }

  /** Writes the changes; ids of those that somebody else came before. */
  private List<String> conflicts(String index, List<BulkOperation> changes, Map<String, String> refused)
      throws IOException {
    List<String> conflicts = new ArrayList<>();
    if (changes.isEmpty()) {
      return conflicts;
    }
    BulkResponse response = client.bulk(bulk -> bulk.requireAlias(true).operations(changes));
    for (BulkResponseItem item : response.items()) {
      if (item.status() == CONFLICT) {
        conflicts.add(item.id());
      } else if (item.error() != null && isContent(item)) {
        refused.put(item.id(), item.error().type() + ": " + item.error().reason());
      } else if (item.error() != null) {
        throw failure(index, item.error());
      }
    }
    return conflicts;
  }

  /** Whether it is the document's own fault: anything but an absent index, too much load or an inner error. */
  private static boolean isContent(BulkResponseItem item) {
    return item.status() / 100 == 4 && item.status() != NOT_FOUND && item.status() != 429;
  }

  private static IOException failure(String index, ErrorCause error) {
    if (NO_INDEX.equals(error.type())) {
      throw new IndexGone(index);
    }
    return new IOException("Elasticsearch: " + error.type() + ": " + error.reason());
  }
}
