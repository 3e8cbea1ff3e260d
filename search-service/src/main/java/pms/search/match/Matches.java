package pms.search.match;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import pms.search.access.Visibility;
import pms.search.index.Asking;
import pms.search.index.SearchIndexes;

/** Which of an owner's own pictures kept queries find; what others share with the owner is not among them. */
@ApplicationScoped
class Matches {

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;

  Matches(ElasticsearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /** One question for all images and all queries: each query is a named clause that need not match. */
  MatchView of(MatchRequest request) {
    List<Query> queries = KeptQuery.all(request.queries());
    if (request.images().isEmpty()) {
      return new MatchView(List.of(), List.of());
    }
    Map<UUID, MatchRequest.Told> told =
        request.images().stream().collect(Collectors.toMap(MatchRequest.Told::id, Function.identity(), (one, _) -> one));
    return Asking.of(() -> view(told, ask(named(request.owner(), told.keySet(), queries), told.size())));
  }

  /** Pages by id: whatever changes meanwhile, nothing that stays is left out or comes twice. */
  AllView all(AllRequest request) {
    Query wanted = request.literal() ? KeptQuery.literal("query", request.query()) : KeptQuery.one("query", request.query());
    Query own = Query.of(q -> q.bool(all -> all.filter(is("owner", request.owner())).filter(shown()).filter(wanted)));
    return Asking.of(
        () -> {
          List<Hit<Indexed>> hits = page(own, request);
          List<AllView.Item> items =
              hits.stream().map(Hit::source).map(image -> new AllView.Item(image.id(), image.found().time())).toList();
          return new AllView(items, items.size() < request.limit() ? null : items.getLast().id());
        });
  }

  private static Query named(String owner, Set<UUID> ids, List<Query> queries) {
    BoolQuery.Builder bool = new BoolQuery.Builder().minimumShouldMatch("0");
    bool.filter(is("owner", owner)).filter(Visibility.in("id", ids.stream().map(UUID::toString).toList()));
    for (int i = 0; i < queries.size(); i++) {
      String name = String.valueOf(i);
      Query query = queries.get(i);
      bool.should(one -> one.bool(named -> named.queryName(name).filter(query)));
    }
    return bool.build()._toQuery();
  }

  private List<Hit<Indexed>> ask(Query query, int size) throws IOException {
    return client.search(search(query, size).build(), Indexed.class).hits().hits();
  }

  private List<Hit<Indexed>> page(Query query, AllRequest request) throws IOException {
    SearchRequest.Builder search = search(query, request.limit());
    search.sort(sort -> sort.field(by -> by.field("id").order(SortOrder.Asc)));
    if (request.after() != null) {
      search.searchAfter(FieldValue.of(request.after().toString()));
    }
    return client.search(search.build(), Indexed.class).hits().hits();
  }

  private SearchRequest.Builder search(Query query, int size) {
    return new SearchRequest.Builder()
        .index(indexes.alias())
        // What a missing shard has would pass for what does not match.
        .allowPartialSearchResults(false)
        .query(query)
        .size(size)
        .trackTotalHits(total -> total.enabled(false))
        .source(source -> source.filter(only -> only.includes(Indexed.FIELDS)));
  }

  private static MatchView view(Map<UUID, MatchRequest.Told> told, List<Hit<Indexed>> hits) {
    List<MatchView.Match> matches = new ArrayList<>();
    Set<UUID> behind = new HashSet<>(told.keySet());
    for (Hit<Indexed> hit : hits) {
      Indexed image = hit.source();
      if (!image.isBehind(told.get(image.id()))) {
        behind.remove(image.id());
        if (image.visible() && !hit.matchedQueries().isEmpty()) {
          matches.add(new MatchView.Match(image.id(), image.found().time(), numbers(hit)));
        }
      }
    }
    return new MatchView(matches, List.copyOf(behind));
  }

  private static List<Integer> numbers(Hit<Indexed> hit) {
    return hit.matchedQueries().stream().map(Integer::valueOf).sorted().toList();
  }

  private static Query is(String field, String value) {
    return Query.of(query -> query.term(term -> term.field(field).value(value)));
  }

  private static Query shown() {
    return Query.of(query -> query.term(term -> term.field("visible").value(true)));
  }
}
