package pms.search.suggest;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.search.access.Visibility;
import pms.search.index.SearchIndexes;

/**
 * Tags, places and cameras that begin as it is typed. To count them in each of a million pictures for each letter takes too long:
 * what is frequent is estimated from a sample, and only what is rare, which a sample would miss, is counted in all pictures that
 * have it. In libraries of up to some ten thousand pictures everything is counted.
 */
@ApplicationScoped
class Values {

  private static final String COUNTS = "values";

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Samples samples;

  Values(ElasticsearchClient client, SearchIndexes indexes, Samples samples) {
    this.client = client;
    this.indexes = indexes;
    this.samples = samples;
  }

  /** The most frequent ones first, perhaps more of them than the limit. */
  List<Suggestion> of(Beginning beginning, int limit, Visibility visibility) throws IOException {
    Sample sample = samples.of(visibility.viewer().id());
    SearchResponse<Void> seen = seen(sample, beginning, limit, visibility);
    while (!samples.suffices(sample, looked(seen))) {
      sample = samples.larger(sample);
      seen = seen(sample, beginning, limit, visibility);
    }
    samples.remember(visibility.viewer().id(), sample, looked(seen));
    return sample.isAll()
        ? suggestions(buckets(seen).stream(), sample)
        : withRare(seen, sample, beginning, limit, visibility);
  }

  private List<Suggestion> withRare(
      SearchResponse<Void> seen, Sample sample, Beginning beginning, int limit, Visibility visibility) throws IOException {
    List<StringTermsBucket> sure = buckets(seen).stream().filter(one -> one.docCount() >= Sample.SURE).toList();
    List<Suggestion> frequent = suggestions(sure.stream(), sample);
    return frequent.size() >= limit
        ? frequent
        : Stream.concat(frequent.stream(), rare(sure, beginning, limit, visibility).stream()).toList();
  }

  private SearchResponse<Void> seen(Sample sample, Beginning beginning, int limit, Visibility visibility) throws IOException {
    BoolQuery.Builder all = new BoolQuery.Builder().filter(visibility.filter());
    sample.filter().ifPresent(all::filter);
    return client.search(counted(all.build()._toQuery(), beginning, limit), Void.class);
  }

  private static long looked(SearchResponse<Void> seen) {
    return seen.hits().total().value();
  }

  private List<Suggestion> rare(List<StringTermsBucket> known, Beginning beginning, int limit, Visibility visibility)
      throws IOException {
    Set<String> entries = known.stream().map(one -> one.key().stringValue()).collect(Collectors.toSet());
    Set<Entry> names = known.stream().map(Values::named).collect(Collectors.toSet());
    Query others = Query.of(q -> q.bool(all -> all.filter(visibility.filter()).filter(beginning.besides(entries))));
    SearchResponse<Void> found = client.search(counted(others, beginning, limit + entries.size()), Void.class);
    return suggestions(buckets(found).stream().filter(one -> !names.contains(named(one))), Sample.ALL);
  }

  /** All kinds at once, since the most frequent are wanted of whatever kind. One value may come by several of its words. */
  private SearchRequest counted(Query query, Beginning beginning, int limit) {
    return SearchRequest.of(
        search ->
            search
                .index(indexes.alias())
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .query(query)
                .aggregations(
                    COUNTS,
                    a ->
                        a.terms(
                            t ->
                                t.field(Beginning.FIELD)
                                    .size(3 * limit)
                                    .include(only -> only.regexp(beginning.pattern())))));
  }

  private static List<StringTermsBucket> buckets(SearchResponse<Void> answer) {
    var counts = answer.aggregations().get(COUNTS);
    return counts == null || !counts.isSterms() ? List.of() : counts.sterms().buckets().array();
  }

  private static List<Suggestion> suggestions(Stream<StringTermsBucket> buckets, Sample sample) {
    Map<Entry, Long> byValue = new LinkedHashMap<>();
    buckets.forEach(bucket -> byValue.merge(named(bucket), bucket.docCount(), Math::max));
    return byValue.entrySet().stream()
        .map(one -> Suggestion.of(one.getKey().kind(), one.getKey().value(), one.getValue(), sample))
        .toList();
  }

  private static Entry named(StringTermsBucket bucket) {
    return Entry.read(bucket.key().stringValue()).named();
  }
}
