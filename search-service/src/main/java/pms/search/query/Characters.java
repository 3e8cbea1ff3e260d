package pms.search.query;

/** The text of a query and how far it was read. Spaces between parts are passed over. */
final class Characters {

  private static final String QUOTES = "\"\u201c\u201d\u201e";

  private final String text;
  private int at;

  Characters(String text) {
    this.text = text;
  }

  boolean atEnd() {
    skipSpaces();
    return at == text.length();
  }

  /** Of the next character, counted from 1. */
  int position() {
    skipSpaces();
    return at + 1;
  }

  /** The same right here, though a space may stand here. */
  int positionHere() {
    return at + 1;
  }

  QuerySyntax error(String message) {
    return new QuerySyntax(position(), message);
  }

  boolean isNext(char expected) {
    return !atEnd() && is(at, expected);
  }

  boolean take(char expected) {
    boolean found = isNext(expected);
    at += found ? 1 : 0;
    return found;
  }

  /** A minus sign that stands directly before what it refuses. */
  boolean takeMinus() {
    boolean found = isNext('-') && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
    return found && take('-');
  }

  boolean isNextWord(String keyword) {
    skipSpaces();
    return text.startsWith(keyword, at) && endsBare(at + keyword.length());
  }

  boolean takeWord(String keyword) {
    boolean found = isNextWord(keyword);
    at += found ? keyword.length() : 0;
    return found;
  }

  /** The letters before a colon, which is taken too; null when no field begins here. */
  String fieldName() {
    skipSpaces();
    int end = at;
    while (end < text.length() && isLatinLetter(text.charAt(end))) {
      end++;
    }
    if (end == at || end == text.length() || text.charAt(end) != ':') {
      return null;
    }
    String name = text.substring(at, end);
    at = end + 1;
    return name;
  }

  boolean startsQuoted() {
    return at < text.length() && is(at, '"');
  }

  /** What stands between quotation marks, both of which are taken. One that is written twice stands for itself. */
  String quoted() {
    skipSpaces();
    int start = at + 1;
    StringBuilder quoted = new StringBuilder();
    for (int next = start; next < text.length(); next++) {
      boolean twice = is(next, '"') && text.startsWith(text.substring(next, next + 1), next + 1);
      if (is(next, '"') && !twice) {
        at = next + 1;
        return quoted.toString();
      }
      quoted.append(text.charAt(next));
      next += twice ? 1 : 0;
    }
    throw new QuerySyntax(start, "this quotation mark is never closed");
  }

  /** A text as a query quotes it. */
  static String quote(String text) {
    return '"' + text.replaceAll("[" + QUOTES + "]", "$0$0") + '"';
  }

  String bare() {
    skipSpaces();
    return bareHere();
  }

  /** As {@link #bare} but right here: empty where a space stands. */
  String bareHere() {
    int start = at;
    while (!endsBare(at)) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean endsBare(int index) {
    return index >= text.length()
        || isSpace(text.charAt(index))
        || is(index, '(')
        || is(index, ')')
        || is(index, '"');
  }

  private boolean is(int index, char expected) {
    char found = text.charAt(index);
    return expected == '"' ? QUOTES.indexOf(found) >= 0 : found == expected;
  }

  private void skipSpaces() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  private static boolean isLatinLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
