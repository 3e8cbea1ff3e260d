package pms.search.find;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import pms.kit.problem.Problem;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.image.ImageDocument;
import pms.search.index.Asking;

/**
 * Searches on behalf of somebody. Which pictures the pages show, and in which order, is settled when a search begins; what
 * they show of them, and whether the caller may still see them, is asked again for every page.
 */
@ApplicationScoped
class Searches {

  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private final ElasticsearchClient client;
  private final Visibilities visibilities;
  private final PointsInTime views;
  private final LiveState live;
  private final CursorSeal cursors;

  Searches(ElasticsearchClient client, Visibilities visibilities, PointsInTime views, LiveState live, CursorSeal cursors) {
    this.client = client;
    this.visibilities = visibilities;
    this.views = views;
    this.live = live;
    this.cursors = cursors;
  }

  SearchPage find(SearchQuestion question, Viewer viewer) {
    return Asking.of(() -> question.after() == null ? first(question, viewer) : next(question, visibility(question, viewer)));
  }

  private Visibility visibility(SearchQuestion question, Viewer viewer) throws IOException {
    return visibilities.of(viewer, Translation.albumTerms(question.query()));
  }

  private SearchPage first(SearchQuestion question, Viewer viewer) throws IOException {
    CompletableFuture<String> opening = views.open(viewer.id());
    Visibility visibility;
    try {
      visibility = visibility(question, viewer);
    } catch (IOException | RuntimeException failed) {
      opening.thenAccept(views::close);
      throw failed;
    }
    return first(question, visibility, PointsInTime.opened(opening));
  }

  private SearchPage first(SearchQuestion question, Visibility visibility, String view) throws IOException {
    boolean typos = question.allowsTypos();
    SearchResponse<ImageDocument> found = begin(question, visibility, view, typos);
    if (found.hits().total().value() == 0 && !typos && question.query().ranks()) {
      typos = true;
      found = begin(question, visibility, view, typos);
    }
    List<Hit<ImageDocument>> shown = shown(found, question);
    return new SearchPage(
        shown.stream().map(hit -> ImageHit.of(hit.source(), visibility)).toList(),
        found.hits().total().value(),
        next(found, shown, question, visibility, typos),
        Facets.of(found.aggregations()));
  }

  private SearchResponse<ImageDocument> begin(
      SearchQuestion question, Visibility visibility, String view, boolean typos) throws IOException {
    SearchRequest.Builder search = search(question, visibility, view, typos);
    search.trackTotalHits(total -> total.enabled(true)).aggregations(Facets.aggregations());
    return client.search(search.build(), ImageDocument.class);
  }

  private SearchPage next(SearchQuestion question, Visibility visibility) throws IOException {
    boolean typos = question.after().typos();
    SearchResponse<ImageDocument> found = goOn(question, visibility);
    List<Hit<ImageDocument>> shown = shown(found, question);
    LiveState.Live now =
        live.of(shown.stream().map(Hit::id).toList(), query(question, visibility, typos), visibility);
    String next = next(found, shown, question, visibility, typos);
    return new SearchPage(now.items(), now.total(), next, now.facets());
  }

  private SearchResponse<ImageDocument> goOn(SearchQuestion question, Visibility visibility) throws IOException {
    Cursor after = question.after();
    SearchRequest.Builder search = search(question, visibility, after.view(), after.typos());
    search.searchAfter(after.values()).source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false));
    try {
      return client.search(search.build(), ImageDocument.class);
    } catch (ElasticsearchException e) {
      throw switch (e.status()) {
        case NOT_FOUND -> Problem.of(410, "search-ended", "Search ended", "This search is over: start again without after.");
        case BAD_REQUEST -> Cursor.invalid();
        default -> e;
      };
    }
  }

  private SearchRequest.Builder search(SearchQuestion question, Visibility visibility, String view, boolean typos) {
    return new SearchRequest.Builder()
        .pit(views.reference(view))
        // Half a page would be a page with gaps.
        .allowPartialSearchResults(false)
        .query(query(question, visibility, typos))
        .sort(question.sorting().options())
        .size(question.limit() + 1);
  }

  private static Query query(SearchQuestion question, Visibility visibility, boolean typos) {
    Query wanted = Translation.of(question.query(), visibility, typos);
    return Query.of(all -> all.bool(bool -> bool.filter(visibility.filter()).must(wanted)));
  }

  private static List<Hit<ImageDocument>> shown(SearchResponse<ImageDocument> found, SearchQuestion question) {
    List<Hit<ImageDocument>> hits = found.hits().hits();
    return hits.size() > question.limit() ? hits.subList(0, question.limit()) : hits;
  }

  /** The cursor of the next page; null, and the view closed, when there is none. */
  private String next(
      SearchResponse<ImageDocument> found,
      List<Hit<ImageDocument>> shown,
      SearchQuestion question,
      Visibility visibility,
      boolean typos) {
    if (found.hits().hits().size() == shown.size()) {
      views.close(found.pitId());
      return null;
    }
    views.keep(found.pitId(), visibility.viewer().id());
    return cursors.sealed(new Cursor(found.pitId(), typos, shown.getLast().sort()).written(question.sorting()));
  }
}
