package pms.sharing.album;

import pms.kit.problem.Problem;

/** What may stand in an album's texts. */
final class AlbumText {

  static final int LONGEST_TITLE = 200;
  static final int LONGEST_DESCRIPTION = 5_000;
  static final int LONGEST_QUERY = 2_000;

  static String title(String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid("title", "must not be empty");
    }
    return plain("title", text.strip(), LONGEST_TITLE);
  }

  /** Null when there is none. */
  static String description(String text) {
    return text == null || text.isBlank() ? null : plain("description", text.strip(), LONGEST_DESCRIPTION);
  }

  static String query(String text) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid("query", "must not be empty");
    }
    return plain("query", text.strip(), LONGEST_QUERY);
  }

  private static String plain(String field, String text, int longest) {
    if (text.codePointCount(0, text.length()) > longest) {
      throw Problem.invalid(field, "must not be longer than " + longest + " characters");
    }
    if (text.codePoints().anyMatch(AlbumText::isForbidden)) {
      throw Problem.invalid(field, "must not contain control characters");
    }
    return text;
  }

  /** A lone surrogate cannot be stored, control characters cannot be seen; lines and tabs are for descriptions and do no harm. */
  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.SURROGATE -> true;
      case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
      default -> false;
    };
  }

  private AlbumText() {}
}
