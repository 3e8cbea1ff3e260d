package pms.search.query;

/** A query that cannot be understood, and where. */
public final class QuerySyntax extends RuntimeException {

  private final int position;

  /** @param position of the character, counted from 1; one past the last when something is missing at the end */
  QuerySyntax(int position, String message) {
    super("at character " + position + ": " + message);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
