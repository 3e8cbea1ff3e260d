package pms.search.suggest;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.album.AlbumTerm;
import pms.search.album.SeenAlbums;
import pms.search.index.Asking;
import pms.search.index.SearchIndexes;
import pms.search.suggest.Entry.Kind;

/**
 * What a word that is being typed may become. The dictionary of one field holds every value that can be suggested, so only
 * the pictures that have one of them are looked at, and only those the caller may see are counted.
 */
@ApplicationScoped
class Suggestions {

  private static final List<Kind> KINDS = List.of(Kind.TAG, Kind.PLACE, Kind.CAMERA);
  private static final String FIELD = "found.suggest";
  private static final String VALUES = "values";
  private static final String ALBUMS = "albums";

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Visibilities visibilities;

  Suggestions(ElasticsearchClient client, SearchIndexes indexes, Visibilities visibilities) {
    this.client = client;
    this.indexes = indexes;
    this.visibilities = visibilities;
  }

  List<Suggestion> of(String typed, int limit, Viewer viewer) {
    String folded = Folding.of(typed);
    return folded.isBlank() || folded.length() > Entry.LONGEST
        ? List.of()
        : Asking.of(() -> look(typed, limit, viewer));
  }

  private List<Suggestion> look(String typed, int limit, Viewer viewer) throws IOException {
    AlbumTerm term = new AlbumTerm(AlbumTerm.Kind.BEGINNING, typed);
    Visibility visibility = visibilities.of(viewer, List.of(term));
    List<String> albums = visibility.albums().matching(term);
    Map<String, Aggregate> counts =
        count(query(typed, albums, visibility), aggregations(typed, albums, limit));
    return Stream.concat(albums(counts, visibility.albums()).stream(), values(counts.get(VALUES)))
        .sorted(Comparator.comparing(Suggestion::count).reversed().thenComparing(Suggestion::value))
        .limit(limit)
        .toList();
  }

  private Map<String, Aggregate> count(Query query, Map<String, Aggregation> aggregations) throws IOException {
    return client
        .search(
            search ->
                search
                    .index(indexes.alias())
                    .size(0)
                    .trackTotalHits(total -> total.enabled(false))
                    .query(query)
                    .aggregations(aggregations),
            Void.class)
        .aggregations();
  }

  private static Query query(String typed, List<String> albums, Visibility visibility) {
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    any.should(Visibility.in("access.albums", albums));
    for (Kind kind : KINDS) {
      any.should(begins -> begins.prefix(prefix -> prefix.field(FIELD).value(Entry.prefix(kind, typed))));
    }
    Query some = any.build()._toQuery();
    return Query.of(query -> query.bool(all -> all.filter(visibility.filter()).filter(some)));
  }

  /** All kinds at once, since the most frequent are wanted of whatever kind. One value may come by several of its words. */
  private static Map<String, Aggregation> aggregations(String typed, List<String> albums, int limit) {
    String kinds = KINDS.stream().map(Kind::label).collect(Collectors.joining("|", "(", ")"));
    String pattern = kinds + quote(Entry.GAP + Folding.of(typed)) + ".*";
    Map<String, Aggregation> all = new LinkedHashMap<>();
    all.put(
        VALUES,
        Aggregation.of(a -> a.terms(t -> t.field(FIELD).size(3 * limit).include(only -> only.regexp(pattern)))));
    if (!albums.isEmpty()) {
      all.put(
          ALBUMS,
          Aggregation.of(a -> a.terms(t -> t.field("access.albums").size(limit).include(only -> only.terms(albums)))));
    }
    return all;
  }

  private static Stream<Suggestion> values(Aggregate counts) {
    Map<Entry, Long> byValue = new LinkedHashMap<>();
    for (StringTermsBucket bucket : buckets(counts)) {
      Entry entry = Entry.read(bucket.key().stringValue());
      byValue.merge(new Entry(entry.kind(), "", entry.value()), bucket.docCount(), Math::max);
    }
    return byValue.entrySet().stream()
        .map(one -> Suggestion.of(one.getKey().kind(), one.getKey().value(), one.getValue()));
  }

  private static List<Suggestion> albums(Map<String, Aggregate> counts, SeenAlbums albums) {
    return buckets(counts.get(ALBUMS)).stream().map(bucket -> album(bucket, albums)).toList();
  }

  private static Suggestion album(StringTermsBucket bucket, SeenAlbums albums) {
    String id = bucket.key().stringValue();
    return Suggestion.ofAlbum(id, albums.titles().get(id), bucket.docCount());
  }

  private static List<StringTermsBucket> buckets(Aggregate counts) {
    return counts == null || !counts.isSterms() ? List.of() : counts.sterms().buckets().array();
  }

  /** Lucene's expressions give meaning to more signs than others do; letters and digits mean themselves. */
  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(c -> (Character.isLetterOrDigit(c) || c == '\t' ? quoted : quoted.append('\\')).appendCodePoint(c));
    return quoted.toString();
  }
}
