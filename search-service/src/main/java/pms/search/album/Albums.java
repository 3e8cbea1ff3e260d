package pms.search.album;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
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
 * The albums that somebody can see, and which of them a query speaks of: each term is a named clause, and one has to match. A member
 * who comes or goes is one small document, whatever the size of the album.
 */
@ApplicationScoped
public class Albums {

  private static final Logger LOG = Logger.getLogger(Albums.class);
  /** As many as one page of Elasticsearch holds; who can see more finds no pictures of the others. */
  private static final int MOST = 10_000;

  private static final SourceConfig NOTHING = SourceConfig.of(source -> source.fetch(false));
  private static final SourceConfig TITLE = SourceConfig.of(source -> source.filter(only -> only.includes("title")));
  private static final SortOptions AS_THEY_COME = SortOptions.of(sort -> sort.doc(doc -> doc));

  private final ElasticsearchClient client;
  private final SearchIndexes indexes;

  Albums(ElasticsearchClient client, SearchIndexes indexes) {
    this.client = client;
    this.indexes = indexes;
  }

  /** @param subjects under which somebody may be a viewer */
  public Set<String> seenBy(Collection<String> subjects) throws IOException {
    List<Hit<AlbumDocument>> found = search(seen(subjects).build()._toQuery(), NOTHING);
    if (found.size() == MOST) {
      LOG.warnf("somebody can see %d albums or more", MOST);
    }
    Set<String> ids = new LinkedHashSet<>();
    found.forEach(hit -> ids.add(hit.id()));
    return ids;
  }

  /** Those of them alone that a term speaks of. */
  public SeenAlbums spokenOf(Collection<String> subjects, Collection<AlbumTerm> terms) throws IOException {
    List<AlbumTerm> asked = List.copyOf(terms);
    Set<String> ids = new LinkedHashSet<>();
    Map<AlbumTerm, List<String>> matching = new HashMap<>();
    Map<String, String> titles = new HashMap<>();
    for (Hit<AlbumDocument> hit : search(named(subjects, asked), TITLE)) {
      ids.add(hit.id());
      titles.put(hit.id(), hit.source().title());
      for (String name : hit.matchedQueries()) {
        matching.computeIfAbsent(asked.get(Integer.parseInt(name)), term -> new ArrayList<>()).add(hit.id());
      }
    }
    return new SeenAlbums(ids, matching, titles);
  }

  /** While there is no index of albums it answers with none: others' eyes are closed, and one's own pictures are found. */
  private List<Hit<AlbumDocument>> search(Query query, SourceConfig source) throws IOException {
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(indexes.albumAlias())
                    .ignoreUnavailable(true)
                    .query(query)
                    .size(MOST)
                    .sort(AS_THEY_COME)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source));
    return client.search(request, AlbumDocument.class).hits().hits();
  }

  private static BoolQuery.Builder seen(Collection<String> subjects) {
    List<FieldValue> viewers = subjects.stream().map(FieldValue::of).toList();
    return new BoolQuery.Builder().filter(mine -> mine.terms(in -> in.field("viewers").terms(values -> values.value(viewers))));
  }

  private static Query named(Collection<String> subjects, List<AlbumTerm> terms) {
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    for (int i = 0; i < terms.size(); i++) {
      any.should(named(String.valueOf(i), terms.get(i)));
    }
    return seen(subjects).filter(any.build()._toQuery()).build()._toQuery();
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
