package pms.search.suggest;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.album.AlbumTerm;
import pms.search.album.SeenAlbums;
import pms.search.index.Asking;
import pms.search.index.Meanwhile;
import pms.search.index.SearchIndexes;

/** What a word that is being typed may become: only what pictures have that the caller may see, and only these are counted. */
@ApplicationScoped
class Suggestions {

  private static final String ALBUMS = "albums";

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Visibilities visibilities;
  private final Values values;

  Suggestions(ElasticsearchClient client, SearchIndexes indexes, Visibilities visibilities, Values values) {
    this.client = client;
    this.indexes = indexes;
    this.visibilities = visibilities;
    this.values = values;
  }

  List<Suggestion> of(String typed, int limit, Viewer viewer) {
    String folded = Folding.of(typed);
    return folded.isBlank() || folded.length() > Entry.LONGEST
        ? List.of()
        : Asking.of(() -> look(typed, limit, viewer));
  }

  private List<Suggestion> look(String typed, int limit, Viewer viewer) throws IOException {
    Visibility visibility = visibilities.of(viewer, List.of());
    Meanwhile<List<Suggestion>> albums = Meanwhile.asking(() -> albums(typed, limit, viewer));
    List<Suggestion> others = values.of(new Beginning(typed), limit, visibility);
    return Stream.concat(albums.answer().stream(), others.stream())
        .sorted(Comparator.comparing(Suggestion::count).reversed().thenComparing(Suggestion::value))
        .limit(limit)
        .toList();
  }

  private List<Suggestion> albums(String typed, int limit, Viewer viewer) throws IOException {
    AlbumTerm term = new AlbumTerm(AlbumTerm.Kind.BEGINNING, typed);
    Visibility visibility = visibilities.of(viewer, List.of(term));
    List<String> matching = visibility.albums().matching(term);
    return matching.isEmpty() ? List.of() : counted(matching, limit, visibility);
  }

  private List<Suggestion> counted(List<String> matching, int limit, Visibility visibility) throws IOException {
    Query in = Query.of(q -> q.bool(all -> all.filter(visibility.filter()).filter(Visibility.in("access.albums", matching))));
    Aggregate counts =
        client
            .search(
                search ->
                    search
                        .index(indexes.alias())
                        .size(0)
                        .trackTotalHits(total -> total.enabled(false))
                        .query(in)
                        .aggregations(
                            ALBUMS,
                            a -> a.terms(t -> t.field("access.albums").size(limit).include(only -> only.terms(matching)))),
                Void.class)
            .aggregations()
            .get(ALBUMS);
    return counts == null || !counts.isSterms()
        ? List.of()
        : counts.sterms().buckets().array().stream().map(bucket -> album(bucket, visibility.albums())).toList();
  }

  private static Suggestion album(StringTermsBucket bucket, SeenAlbums albums) {
    String id = bucket.key().stringValue();
    return Suggestion.ofAlbum(id, albums.titles().get(id), bucket.docCount());
  }
}
