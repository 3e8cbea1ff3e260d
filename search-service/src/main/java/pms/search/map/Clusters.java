package pms.search.map;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.CoordsGeoBounds;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pms.search.access.Viewer;
import pms.search.access.Visibilities;
import pms.search.access.Visibility;
import pms.search.find.Translation;
import pms.search.image.Marks;
import pms.search.index.Asking;
import pms.search.index.SearchIndexes;

/**
 * Pictures gathered by the index itself, so that a million cost what one screen of clusters costs to send. The sample of a
 * cluster is picked by its highest mark, a number, and named afterwards: to keep a whole hit for each cell would cost more
 * than all the rest.
 */
@ApplicationScoped
class Clusters {

  private static final String POINT = "found.point";
  private static final String ID = "id";
  private static final String MARK = Marks.FIELD;
  private static final String CELLS = "cells";
  private static final int MOST_CELLS = 2000;
  private static final String NO_DOCUMENTS = "_none_";

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;
  private final Visibilities visibilities;

  Clusters(ElasticsearchClient client, SearchIndexes indexes, Visibilities visibilities) {
    this.client = client;
    this.indexes = indexes;
    this.visibilities = visibilities;
  }

  ClusterPage of(MapQuestion question, Viewer viewer) {
    return Asking.of(() -> look(question, viewer));
  }

  private ClusterPage look(MapQuestion question, Viewer viewer) throws IOException {
    Visibility visibility = visibilities.of(viewer, Translation.albumTerms(question.query()));
    Query query = query(question, visibility);
    Grid grid = new Grid(question.precision());
    SearchResponse<Void> found = client.search(gathered(query, grid), Void.class);
    List<Cell> cells = grid.cells(found.aggregations().get(CELLS));
    Map<Long, String> samples = samples(query, cells.stream().map(Cell::mark).distinct().toList());
    return new ClusterPage(
        cells.stream().map(cell -> cell.named(samples.get(cell.mark()))).toList(), found.hits().total().value());
  }

  private static Query query(MapQuestion question, Visibility visibility) {
    Query wanted = Translation.of(question.query(), visibility, false);
    return Query.of(
        query -> query.bool(all -> all.filter(visibility.filter()).filter(wanted).filter(in(question.box()))));
  }

  private static Query in(BoundingBox box) {
    CoordsGeoBounds edges =
        CoordsGeoBounds.of(b -> b.left(box.west()).bottom(box.south()).right(box.east()).top(box.north()));
    return Query.of(query -> query.geoBoundingBox(geo -> geo.field(POINT).boundingBox(bounds -> bounds.coords(edges))));
  }

  private SearchRequest gathered(Query query, Grid grid) {
    return SearchRequest.of(
        search ->
            search
                .index(indexes.alias())
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .query(query)
                .aggregations(CELLS, grid.aggregation()));
  }

  private Map<Long, String> samples(Query query, List<Long> marks) throws IOException {
    Map<Long, String> ids = new HashMap<>();
    if (marks.isEmpty()) {
      return ids;
    }
    for (Hit<Void> hit : client.search(marked(query, marks), Void.class).hits().hits()) {
      ids.put(hit.fields().get(MARK).to(long[].class)[0], hit.fields().get(ID).to(String[].class)[0]);
    }
    return ids;
  }

  private SearchRequest marked(Query query, List<Long> marks) {
    List<FieldValue> values = marks.stream().map(FieldValue::of).toList();
    Query these = Query.of(in -> in.terms(t -> t.field(MARK).terms(any -> any.value(values))));
    return SearchRequest.of(
        search ->
            search
                .index(indexes.alias())
                .size(2 * MOST_CELLS)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> source.fetch(false))
                // To look up a thousand documents only to leave out what they hold takes longer than all the rest.
                .storedFields(NO_DOCUMENTS)
                .docvalueFields(field -> field.field(ID))
                .docvalueFields(field -> field.field(MARK))
                .query(both -> both.bool(all -> all.filter(query).filter(these))));
  }
}
