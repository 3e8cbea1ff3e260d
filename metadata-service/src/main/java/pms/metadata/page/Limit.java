package pms.metadata.page;

import pms.kit.problem.Problem;

/** How many items a page has at most. Read by hand, since JAX-RS calls a number that is none "not found". */
public record Limit(int count) {

  /** The usual for null. */
  public static Limit parse(String text, int usual, int most) {
    if (text == null) {
      return new Limit(usual);
    }
    if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
      throw Problem.invalid("limit", "must be a whole number from 1 to " + most);
    }
    return new Limit(Integer.parseInt(text));
  }
}
