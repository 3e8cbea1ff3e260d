package pms.search.find;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.List;

/**
 * How well words match. Everything that is searched by word is also copied to the field {@code words}, so a word may stand
 * anywhere; the further clauses find no more pictures but put those first where it stands in a place that says more.
 */
final class Words {

  private static final double TIE_BREAKER = 0.2;

  static Query word(String text) {
    return best(
        match("words", text, 1),
        match("words.stemmed", text, 0.7f),
        beginning(text, 0.4f),
        match("facts.title", text, 2),
        match("facts.tags.text", text, 1.8f));
  }

  static Query phrase(String text) {
    return best(phrase("words", text, 1), phrase("facts.title", text, 2), phrase("facts.tags.text", text, 1.8f));
  }

  private static Query best(Query... clauses) {
    return QueryBuilders.disMax().queries(List.of(clauses)).tieBreaker(TIE_BREAKER).build()._toQuery();
  }

  private static Query match(String field, String text, float boost) {
    return Query.of(
        query -> query.match(match -> match.field(field).query(text).operator(Operator.And).boost(boost)));
  }

  private static Query beginning(String text, float boost) {
    return Query.of(
        query ->
            query.matchBoolPrefix(match -> match.field("words").query(text).operator(Operator.And).boost(boost)));
  }

  private static Query phrase(String field, String text, float boost) {
    return Query.of(query -> query.matchPhrase(match -> match.field(field).query(text).boost(boost)));
  }

  private Words() {}
}
