package pms.search.album;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import pms.search.index.SearchIndexes;

/**
 * The albums that somebody can see, and which of them a query speaks of, in one question: each term is a named clause that
 * need not match. A member who comes or goes is one small document, whatever the size of the album.
 */
@ApplicationScoped
public class Albums {

  private static final Logger LOG = Logger.getLogger(Albums.class);
  /** As many as one page of Elasticsearch holds; who can see more finds no pictures of the others. */
  private static final int MOST = 10_000;

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;

  Albums(ElasticsearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /** @param subjects under which somebody may be a viewer */
  public SeenAlbums seenBy(Collection<String> subjects, Collection<AlbumTerm> terms) throws IOException {
    List<AlbumTerm> asked = List.copyOf(terms);
    SearchResponse<AlbumDocument> found = search(query(subjects, asked), asked.isEmpty());
    if (found.hits().hits().size() == MOST) {
      LOG.warnf("somebody can see %d albums or more", MOST);
    }
    Set<String> ids = new LinkedHashSet<>();
    Map<AlbumTerm, List<String>> matching = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (Hit<AlbumDocument> hit : found.hits().hits()) {
      ids.add(hit.id());
      for (String name : hit.matchedQueries()) {
        matching.computeIfAbsent(asked.get(Integer.parseInt(name)), term -> new ArrayList<>()).add(hit.id());
        titles.put(hit.id(), hit.source().title());
      }
    }
    return new SeenAlbums(ids, matching, titles);
  }

  /** While there is no index of albums it answers with none: others' eyes are closed, and one's own pictures are found. */
  private SearchResponse<AlbumDocument> search(Query query, boolean idsOnly) throws IOException {
    return client.search(
        search ->
            search
                .index(indexes.albumAlias())
                .ignoreUnavailable(true)
                .query(query)
                .size(MOST)
                .trackTotalHits(total -> total.enabled(false))
                .source(source -> idsOnly ? source.fetch(false) : source.filter(only -> only.includes("title"))),
        AlbumDocument.class);
  }

  private static Query query(Collection<String> subjects, List<AlbumTerm> terms) {
    List<FieldValue> viewers = subjects.stream().map(FieldValue::of).toList();
    BoolQuery.Builder bool = new BoolQuery.Builder();
    bool.filter(mine -> mine.terms(in -> in.field("viewers").terms(values -> values.value(viewers))));
    for (int i = 0; i < terms.size(); i++) {
      bool.should(named(String.valueOf(i), terms.get(i)));
    }
    return bool.minimumShouldMatch("0").build()._toQuery();
  }

  private static Query named(String name, AlbumTerm term) {
    BoolQuery.Builder any = new BoolQuery.Builder().queryName(name).minimumShouldMatch("1");
    if (term.kind() == AlbumTerm.Kind.PHRASE) {
      any.should(clause -> clause.matchPhrase(match -> match.field("title").query(term.text())));
    } else {
      any.should(words("title", term.text())).should(words("title.stemmed", term.text()));
    }
    if (term.kind() == AlbumTerm.Kind.BEGINNING) {
      any.should(
          clause -> clause.matchBoolPrefix(match -> match.field("title").query(term.text()).operator(Operator.And)));
    }
    if (term.kind() == AlbumTerm.Kind.NAME) {
      any.should(clause -> clause.term(is -> is.field("id").value(term.text())));
    }
    return any.build()._toQuery();
  }

  private static Query words(String field, String text) {
    return Query.of(clause -> clause.match(match -> match.field(field).query(text).operator(Operator.And)));
  }
}
