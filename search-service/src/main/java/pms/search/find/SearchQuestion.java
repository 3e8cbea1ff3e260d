package pms.search.find;

import pms.search.query.Query;

/**
 * What a caller asks for, checked.
 *
 * @param after where the page before ended; null for the first page
 */
record SearchQuestion(Query query, int limit, Sorting sorting, Cursor after) {

  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  /**
   * @param after what is in the cursor
   * @param limit and all others as they stand in the request; null where they do not
   */
  static SearchQuestion of(String q, String limit, byte[] after, String sort, String order) {
    Query query = Parameters.query(q);
    Sorting sorting = Sorting.of(sort, order, query.ranks());
    int most = Parameters.whole("limit", limit, 1, HIGHEST_LIMIT, USUAL_LIMIT);
    return new SearchQuestion(query, most, sorting, Cursor.read(after, sorting));
  }

  /** Where hits are in another order than of how well they match, a mistyped word would not come after the right one. */
  boolean allowsTypos() {
    return sorting.by() == Sorting.By.RELEVANCE;
  }
}
