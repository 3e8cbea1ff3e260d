package pms.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.List;
import pms.kit.problem.Problem;
import pms.search.query.Query;
import pms.search.query.QueryParser;
import pms.search.query.QuerySyntax;

/** What a caller asks for, checked. */
record SearchQuestion(Query query, int limit, Sorting sorting, List<FieldValue> after) {

  private static final int USUAL_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  /** @param limit and all others as they stand in the request; null where they do not */
  static SearchQuestion of(String q, String limit, String after, String sort, String order) {
    Query query = parse(q);
    Sorting sorting = Sorting.of(sort, order, query.ranks());
    return new SearchQuestion(query, limit(limit), sorting, Cursor.read(after, sorting));
  }

  /** By hand, since a number that is none would be answered with 404. */
  private static int limit(String text) {
    boolean number = text == null || text.matches("[0-9]{1,3}");
    int limit = number && text != null ? Integer.parseInt(text) : USUAL_LIMIT;
    if (!number || limit < 1 || limit > HIGHEST_LIMIT) {
      throw Problem.invalid("limit", "is a whole number from 1 to " + HIGHEST_LIMIT);
    }
    return limit;
  }

  private static Query parse(String q) {
    try {
      return QueryParser.parse(q == null ? "" : q);
    } catch (QuerySyntax wrong) {
      throw Problem.invalid("q", wrong.getMessage());
    }
  }
}
