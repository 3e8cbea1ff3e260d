package pms.search.timeline;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.index.Asking;
import pms.search.index.SearchIndexes;
import pms.search.timeline.AlbumTimeline.AlbumMonth;

/** Counted by the index itself, by what {@code taken:} of a query looks at, so that a search finds as many as a month counts. */
@ApplicationScoped
class AlbumTimelines {

  private static final String MONTHS = "months";
  private static final String UNKNOWN = "unknown";

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Visibilities visibilities;

  AlbumTimelines(ElasticsearchClient client, SearchIndexes indexes, Visibilities visibilities) {
    this.client = client;
    this.indexes = indexes;
    this.visibilities = visibilities;
  }

  /** @throws Problem 404 for an album that the viewer cannot see, as for one that never was */
  AlbumTimeline of(UUID album, Viewer viewer) {
    return Asking.of(() -> look(album.toString(), viewer));
  }

  private AlbumTimeline look(String album, Viewer viewer) throws IOException {
    Visibility visibility = visibilities.of(viewer, List.of());
    if (!visibility.albums().ids().contains(album)) {
      throw Problem.notFound();
    }
    return timeline(client.search(question(album, visibility), Void.class));
  }

  private SearchRequest question(String album, Visibility visibility) {
    Query inAlbum = Visibility.in("access.albums", List.of(album));
    Query shown = Query.of(query -> query.bool(both -> both.filter(visibility.filter()).filter(inAlbum)));
    return SearchRequest.of(
        search ->
            search
                .index(indexes.alias())
                .size(0)
                // What a missing shard has would pass for what is not there.
                .allowPartialSearchResults(false)
                .trackTotalHits(total -> total.enabled(true))
                .query(shown)
                .aggregations(MONTHS, months()));
  }

  private static Aggregation months() {
    return Aggregation.of(
        months ->
            months.dateHistogram(
                taken ->
                    taken
                        .field("facts.takenAt.local")
                        .calendarInterval(CalendarInterval.Month)
                        .format("uuuu-MM")
                        .minDocCount(1)));
  }

  private static AlbumTimeline timeline(SearchResponse<Void> found) {
    List<AlbumMonth> months = new ArrayList<>();
    found.aggregations().get(MONTHS).dateHistogram().buckets().array().reversed()
        .forEach(month -> months.add(new AlbumMonth(month.keyAsString(), month.docCount())));
    long total = found.hits().total().value();
    long dated = months.stream().mapToLong(AlbumMonth::count).sum();
    if (total > dated) {
      months.add(new AlbumMonth(UNKNOWN, total - dated));
    }
    return new AlbumTimeline(total, months);
  }
}
