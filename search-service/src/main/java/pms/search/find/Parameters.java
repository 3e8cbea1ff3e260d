package pms.search.find;

import java.util.UUID;
import pms.kit.problem.Problem;
import pms.search.query.Query;
import pms.search.query.QueryParser;
import pms.search.query.QuerySyntax;

/** Query parameters as they stand in a request, read by hand so that a wrong one is answered by its name. */
public final class Parameters {

  private static final int UUID_LENGTH = 36;

  /** @param text null for the usual value */
  public static int whole(String name, String text, int lowest, int highest, int usual) {
    if (text == null) {
      return usual;
    }
    int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    if (value < lowest || value > highest) {
      throw Problem.invalid(name, "is a whole number from " + lowest + " to " + highest);
    }
    return value;
  }

  public static Query query(String q) {
    try {
      return QueryParser.parse(q == null ? "" : q);
    } catch (QuerySyntax wrong) {
      throw Problem.invalid("q", wrong.getMessage());
    }
  }

  public static UUID id(String text) {
    if (text == null || text.isEmpty()) {
      throw Problem.invalid("id", "the id of an image is needed");
    }
    try {
      // Java also takes 1-1-1-1-1 for an id.
      return text.length() == UUID_LENGTH ? UUID.fromString(text) : unknown();
    } catch (IllegalArgumentException notAnId) {
      return unknown();
    }
  }

  /** What is no id is nobody's id. */
  private static UUID unknown() {
    throw Problem.notFound();
  }

  private Parameters() {}
}
