package pms.search.find;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;

/** What a caller may find, as a part of every query. Others' pictures will be further {@code should} beside the owner. */
record Visibility(String owner) {

  Query filter() {
    return Query.of(
        query ->
            query.bool(
                all ->
                    all.filter(visible -> visible.term(term -> term.field("visible").value(true)))
                        .filter(
                            mine ->
                                mine.bool(
                                    any ->
                                        any.should(own -> own.term(term -> term.field("owner").value(owner)))
                                            .minimumShouldMatch("1")))));
  }
}
