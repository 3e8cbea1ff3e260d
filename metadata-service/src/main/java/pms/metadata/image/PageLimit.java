package pms.metadata.image;

import pms.kit.problem.Problem;

/** How many images a page has at most. Read by hand, since JAX-RS calls a number that is none "not found". */
record PageLimit(int count) {

  private static final int USUAL = 50;
  private static final int MOST = 500;

  /** The usual for null. */
  static PageLimit parse(String text) {
    if (text == null) {
      return new PageLimit(USUAL);
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
      throw Problem.invalid("limit", "must be a whole number from 1 to " + MOST);
    }
    return new PageLimit(Integer.parseInt(text));
  }
}
