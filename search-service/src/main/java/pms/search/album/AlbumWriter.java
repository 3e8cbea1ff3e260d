package pms.search.album;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pms.contracts.AlbumEvent;
import pms.search.index.Elasticsearch;
import pms.search.index.IndexGone;
import pms.search.index.SearchIndexes;

/**
 * Writes albums without reading them first: the event's revision is the document's version, and Elasticsearch itself refuses
 * what is older than it has.
 */
@ApplicationScoped
public class AlbumWriter {

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;
  private static final int TOO_BUSY = 429;

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;

  AlbumWriter(ElasticsearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /**
   * Returns once every event is in the generation's index of albums, but for those that can never be.
   *
   * @return the keys of events that cannot be written however often it is tried, and why
   * @throws IOException when Elasticsearch does not answer or is too busy: try again
   * @throws IndexGone when there is no such index: try again with the one that took its place
   */
  public Map<String, String> write(String generation, Collection<AlbumEvent> events) throws IOException {
    Map<String, String> refused = new HashMap<>();
    if (events.isEmpty()) {
      return refused;
    }
    String index = indexes.albumsOf(generation);
    List<BulkOperation> operations = new ArrayList<>();
    for (AlbumEvent event : events) {
      operations.add(operation(SearchIndexes.writeAlias(index), event));
    }
    for (BulkResponseItem item : client.bulk(bulk -> bulk.requireAlias(true).operations(operations)).items()) {
      if (item.error() != null && item.status() != CONFLICT) {
        refuse(index, item, refused);
      }
    }
    return refused;
  }

  private static BulkOperation operation(String alias, AlbumEvent event) throws JsonProcessingException {
    byte[] json = Elasticsearch.JSON.writeValueAsBytes(AlbumDocument.of(event));
    BinaryData document = BinaryData.of(json, ContentType.APPLICATION_JSON);
    return BulkOperation.of(
        bulk ->
            bulk.index(
                op ->
                    op.index(alias)
                        .id(event.key())
                        .versionType(VersionType.External)
                        .version(AlbumDocument.revision(event))
                        .document(document)));
  }

  private static void refuse(String index, BulkResponseItem item, Map<String, String> refused) throws IOException {
    String reason = item.error().type() + ": " + item.error().reason();
    if (item.status() == NOT_FOUND) {
      throw new IndexGone(index);
    }
    if (item.status() / 100 != 4 || item.status() == TOO_BUSY) {
      throw new IOException("Elasticsearch: " + reason);
    }
    refused.put(item.id(), reason);
  }
}
