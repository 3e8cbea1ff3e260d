package pms.search.find;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.search.image.ImageDocument;
import pms.search.index.ImageIndexes;

/** Searches on behalf of somebody. */
@ApplicationScoped
class Searches {

  private static final Logger LOG = Logger.getLogger(Searches.class);

  private final ElasticsearchClient client;
  private final ImageIndexes indexes;

  Searches(ElasticsearchClient client, ImageIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  SearchPage find(SearchQuestion question, Visibility visibility) {
    try {
      return page(question, search(question, visibility));
    } catch (ElasticsearchException e) {
      if (e.status() / 100 == 4 && e.status() != 404 && e.status() != 429) {
        throw e;
      }
      throw unavailable(e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private SearchResponse<ImageDocument> search(SearchQuestion question, Visibility visibility) throws IOException {
    SearchRequest.Builder search = new SearchRequest.Builder();
    search
        .index(indexes.alias())
        // The same copies of the shards for the same caller: scores, and so pages, do not jump.
        .preference("caller-" + visibility.owner())
        .query(all -> all.bool(bool -> bool.filter(visibility.filter()).must(Translation.of(question.query()))))
        .sort(question.sorting().options())
        .size(question.limit() + 1)
        .trackTotalHits(total -> total.enabled(true))
        .aggregations(Facets.aggregations());
    if (!question.after().isEmpty()) {
      search.searchAfter(question.after());
    }
    return client.search(search.build(), ImageDocument.class);
  }

  private static SearchPage page(SearchQuestion question, SearchResponse<ImageDocument> response) {
    List<Hit<ImageDocument>> hits = response.hits().hits();
    boolean more = hits.size() > question.limit();
    List<Hit<ImageDocument>> shown = more ? hits.subList(0, question.limit()) : hits;
    return new SearchPage(
        shown.stream().map(hit -> ImageHit.of(hit.source())).toList(),
        response.hits().total().value(),
        more ? Cursor.of(question.sorting(), shown.getLast().sort()) : null,
        Facets.of(response.aggregations()));
  }

  private static Problem unavailable(Exception cause) {
    LOG.warnf("Elasticsearch cannot search: %s", cause);
    return Problem.of(503, "search-unavailable", "Search unavailable", "The index does not answer: try again shortly.");
  }
}
