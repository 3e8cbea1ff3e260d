package pms.sharing.page;

import pms.kit.problem.Problem;

/** How many items a caller wants on a page. */
public record Limit(int rows) {

  private static final int DEFAULT = 50;
  private static final int MOST = 500;

  public static Limit parse(String text) {
    if (text == null) {
      return new Limit(DEFAULT);
    }
    if (!text.matches("[0-9]{1,4}")) {
      throw outside();
    }
    int rows = Integer.parseInt(text);
    if (rows < 1 || rows > MOST) {
      throw outside();
    }
    return new Limit(rows);
  }

  /** One row more tells whether there is a next page. */
  public int andOneMore() {
    return rows + 1;
  }

  private static Problem outside() {
    return Problem.invalid("limit", "must be a whole number from 1 to " + MOST);
  }
}
