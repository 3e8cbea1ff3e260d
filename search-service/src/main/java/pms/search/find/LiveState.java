package pms.search.find;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.MultisearchBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import pms.search.access.Visibility;
import pms.search.image.ImageDocument;
import pms.search.index.SearchIndexes;

/**
 * How things are by now, for a page of a search that was begun before: what was revoked, trashed or purged since must not be
 * shown, nor counted, though the view of the index from then still has it.
 */
@ApplicationScoped
class LiveState {

  record Live(List<ImageHit> items, long total, Map<String, List<Facets.Count>> facets) {}

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;

  LiveState(ElasticsearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /**
   * @param ids documents of the page, in its order
   * @param everything the query of all pages
   */
  Live of(List<String> ids, Query everything, Visibility visibility) throws IOException {
    MsearchResponse<ImageDocument> answers =
        client.msearch(
            both ->
                both.index(indexes.alias())
                    .searches(one -> one.header(header -> header).body(page(ids, visibility)))
                    .searches(one -> one.header(header -> header).body(whole(everything))),
            ImageDocument.class);
    Map<String, ImageDocument> documents =
        answer(answers.responses().getFirst()).hits().hits().stream()
            .collect(Collectors.toMap(hit -> hit.id(), hit -> hit.source()));
    MultiSearchItem<ImageDocument> all = answer(answers.responses().getLast());
    List<ImageHit> items =
        ids.stream().map(documents::get).filter(Objects::nonNull).map(d -> ImageHit.of(d, visibility)).toList();
    return new Live(items, all.hits().total().value(), Facets.of(all.aggregations()));
  }

  private static MultisearchBody page(List<String> ids, Visibility visibility) {
    Query still = Query.of(q -> q.bool(all -> all.filter(visibility.filter()).filter(in -> in.ids(i -> i.values(ids)))));
    return MultisearchBody.of(body -> body.query(still).size(ids.size()).trackTotalHits(t -> t.enabled(false)));
  }

  private static MultisearchBody whole(Query everything) {
    return MultisearchBody.of(
        body ->
            body.query(everything)
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .aggregations(Facets.aggregations()));
  }

  private static MultiSearchItem<ImageDocument> answer(MultiSearchResponseItem<ImageDocument> item)
      throws IOException {
    if (item.isFailure()) {
      throw new IOException("Elasticsearch: " + item.failure().error().reason());
    }
    return item.result();
  }
}
