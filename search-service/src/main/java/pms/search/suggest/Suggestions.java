package pms.search.suggest;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        client
            .search(
                search ->
                    search
                        .index(indexes.alias())
                        .size(0)
                        .trackTotalHits(total -> total.enabled(false))
                        .query(query(typed, albums, visibility))
                        .aggregations(aggregations(typed, albums, limit)),
                Void.class)
            .aggregations();
    List<Suggestion> found = new ArrayList<>(albums(counts, visibility.albums()));
    KINDS.forEach(kind -> found.addAll(values(kind, counts.get(kind.label()))));
    found.sort(Comparator.comparing(Suggestion::count).reversed().thenComparing(Suggestion::value));
    return found.stream().limit(limit).toList();
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

  private static Map<String, Aggregation> aggregations(String typed, List<String> albums, int limit) {
    Map<String, Aggregation> all = new LinkedHashMap<>();
    for (Kind kind : KINDS) {
      String pattern = quote(Entry.prefix(kind, typed)) + ".*";
      // One value may come twice, by two of its words.
      all.put(
          kind.label(),
          Aggregation.of(
              a -> a.terms(terms -> terms.field(FIELD).size(2 * limit).include(only -> only.regexp(pattern)))));
    }
    if (!albums.isEmpty()) {
      all.put(
          Kind.ALBUM.label(),
          Aggregation.of(
              a -> a.terms(terms -> terms.field("access.albums").size(limit).include(only -> only.terms(albums)))));
    }
    return all;
  }

  private static List<Suggestion> values(Kind kind, Aggregate counts) {
    Map<String, Long> byValue = new LinkedHashMap<>();
    for (StringTermsBucket bucket : buckets(counts)) {
      byValue.merge(Entry.read(bucket.key().stringValue()).value(), bucket.docCount(), Math::max);
    }
    return byValue.entrySet().stream().map(one -> Suggestion.of(kind, one.getKey(), one.getValue())).toList();
  }

  private static List<Suggestion> albums(Map<String, Aggregate> counts, SeenAlbums albums) {
    return buckets(counts.get(Kind.ALBUM.label())).stream().map(bucket -> album(bucket, albums)).toList();
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
