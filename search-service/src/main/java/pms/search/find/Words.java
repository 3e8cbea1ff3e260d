package pms.search.find;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import java.util.ArrayList;
import java.util.List;
import pms.search.access.Visibility;

/**
 * How well words match. Everything that is searched by word is also copied to the field {@code words}, so a word may stand
 * anywhere; further clauses put those first where it stands in a place that says more. A word as it is written counts at
 * least {@link #WRITTEN}, whatever its frequency, so that what matches only in part or by a typing error comes after.
 */
final class Words {

  /** How far from the word as it is written a match may be. */
  record Reach(boolean unfinished, boolean typos) {
    static final Reach EXACT = new Reach(false, false);
  }

  private static final double TIE_BREAKER = 0.2;
  private static final float WRITTEN = 2;
  private static final float STEMMED = 1;
  private static final float IN_ALBUM = 0.8f;
  private static final float BEGUN = 0.4f;
  private static final float MISTYPED = 0.1f;
  private static final int MOST_CORRECTIONS = 50;

  /** @param albums that the word speaks of */
  static Query word(String text, Reach reach, List<String> albums) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(
        atLeast(
            WRITTEN,
            best(match("words", text, 1), match("facts.title", text, 2), match("facts.tags.text", text, 1.8f))));
    clauses.add(atLeast(STEMMED, match("words.stemmed", text, 0.3f)));
    if (reach.unfinished()) {
      clauses.add(constant(BEGUN, beginning(text)));
    }
    // IMG_2041 is not a slip for IMG_2042.
    if (reach.typos() && text.chars().noneMatch(Character::isDigit)) {
      clauses.add(constant(MISTYPED, mistyped(text)));
    }
    inAlbums(clauses, albums);
    return best(clauses.toArray(Query[]::new));
  }

  static Query phrase(String text, List<String> albums) {
    List<Query> clauses = new ArrayList<>();
    clauses.add(
        atLeast(
            WRITTEN,
            best(phrase("words", text, 1), phrase("facts.title", text, 2), phrase("facts.tags.text", text, 1.8f))));
    inAlbums(clauses, albums);
    return best(clauses.toArray(Query[]::new));
  }

  private static void inAlbums(List<Query> clauses, List<String> albums) {
    if (!albums.isEmpty()) {
      clauses.add(constant(IN_ALBUM, Visibility.in("access.albums", albums)));
    }
  }

  private static Query best(Query... clauses) {
    return QueryBuilders.disMax().queries(List.of(clauses)).tieBreaker(TIE_BREAKER).build()._toQuery();
  }

  private static Query atLeast(float score, Query query) {
    return Query.of(q -> q.bool(both -> both.must(query).should(any -> any.matchAll(all -> all.boost(score)))));
  }

  private static Query constant(float score, Query query) {
    return Query.of(q -> q.constantScore(constant -> constant.filter(query).boost(score)));
  }

  private static Query match(String field, String text, float boost) {
    return Query.of(
        query -> query.match(match -> match.field(field).query(text).operator(Operator.And).boost(boost)));
  }

  private static Query beginning(String text) {
    return Query.of(query -> query.matchBoolPrefix(match -> match.field("words").query(text).operator(Operator.And)));
  }

  /** The first letter is seldom the wrong one, and to leave it alone makes looking for the others cheap. */
  private static Query mistyped(String text) {
    return Query.of(
        query ->
            query.match(
                match ->
                    match
                        .field("words")
                        .query(text)
                        .operator(Operator.And)
                        .fuzziness("AUTO")
                        .prefixLength(1)
                        .maxExpansions(MOST_CORRECTIONS)));
  }

  private static Query phrase(String field, String text, float boost) {
    return Query.of(query -> query.matchPhrase(match -> match.field(field).query(text).boost(boost)));
  }

  private Words() {}
}
