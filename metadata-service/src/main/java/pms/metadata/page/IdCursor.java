package pms.metadata.page;

import java.util.UUID;
import pms.kit.problem.Problem;

/** Where a page ended that is sorted by id. */
public final class IdCursor {

  private static final int LENGTH = 36;

  /** Null for null. */
  public static UUID parse(String text, String parameter) {
    try {
      if (text == null || text.length() == LENGTH) {
        return text == null ? null : UUID.fromString(text);
      }
    } catch (IllegalArgumentException garbage) {
      throw bad(parameter);
    }
    throw bad(parameter);
  }

  private static Problem bad(String parameter) {
    return Problem.invalid(parameter, "is not a cursor that was given out here");
  }

  private IdCursor() {}
}
