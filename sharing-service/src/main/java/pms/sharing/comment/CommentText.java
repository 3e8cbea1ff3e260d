package pms.sharing.comment;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pms.kit.problem.Problem;

/** What may be said, and who is named in it. */
final class CommentText {

  static final int LONGEST = 4_000;
  static final int LONGEST_NAME = 60;
  private static final int MOST_MENTIONS = 20;

  /** Not inside a mail address. */
  private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99})");

  static String text(String text) {
    return plain("text", text, LONGEST, true);
  }

  static String name(String text) {
    return plain("name", text, LONGEST_NAME, false);
  }

  /** Login names, lower case; a full stop at the end belongs to the sentence. */
  static Set<String> mentions(String text) {
    return MENTION.matcher(text).results()
        .map(found -> found.group(1).replaceFirst("[._-]+$", "").toLowerCase(Locale.ROOT))
        .limit(MOST_MENTIONS)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String plain(String field, String text, int longest, boolean lines) {
    if (text == null || text.isBlank()) {
      throw Problem.invalid(field, "must not be empty");
    }
    String stripped = text.strip();
    if (stripped.codePointCount(0, stripped.length()) > longest) {
      throw Problem.invalid(field, "must not be longer than " + longest + " characters");
    }
    if (stripped.codePoints().anyMatch(lines ? CommentText::isForbidden : CommentText::isForbiddenInName)) {
      throw Problem.invalid(field, "must not contain control characters");
    }
    return stripped;
  }

  private static boolean isForbidden(int character) {
    return switch (Character.getType(character)) {
      case Character.SURROGATE -> true;
      case Character.CONTROL -> character != '\n' && character != '\r' && character != '\t';
      case Character.FORMAT -> turnsReading(character);
      default -> false;
    };
  }

  private static boolean isForbiddenInName(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      // Of the invisible ones only the joiners, as in the names of those who send pictures: some scripts are made with them.
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> false;
    };
  }

  /** Embeddings, overrides and isolates, by which a text shows another order than it has; the plain marks of direction do not. */
  private static boolean turnsReading(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
  }

  private CommentText() {}
}
