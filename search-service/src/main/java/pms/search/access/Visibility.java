package pms.search.access;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.Collection;
import java.util.List;
import pms.search.album.SeenAlbums;

/** What a viewer may find. Its filter is a part of every query there is, in brackets of its own. */
public record Visibility(Viewer viewer, SeenAlbums albums) {

  /** Pictures that are there at all, and of these one's own, those in albums one can see and those granted to one. */
  public Query filter() {
    return Query.of(
        query ->
            query.bool(
                all ->
                    all.filter(there -> there.term(term -> term.field("visible").value(true)))
                        .filter(
                            allowed ->
                                allowed.bool(
                                    any ->
                                        any.should(own())
                                            .should(in("access.albums", albums.ids()))
                                            .should(in("access.viewers", viewer.subjects()))
                                            .minimumShouldMatch("1")))));
  }

  /** The viewer's own pictures. */
  public Query own() {
    return Query.of(own -> own.term(term -> term.field("owner").value(viewer.id())));
  }

  public boolean owns(String owner) {
    return viewer.id().equals(owner);
  }

  /** Of the albums a picture is in, those the viewer knows of. */
  public List<String> known(List<String> of) {
    return of.stream().filter(albums.ids()::contains).toList();
  }

  public static Query in(String field, Collection<String> values) {
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(query -> query.terms(in -> in.field(field).terms(any -> any.value(terms))));
  }
}
