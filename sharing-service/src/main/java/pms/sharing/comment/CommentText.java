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
    if (stripped.codePoints().anyMatch(character -> isForbidden(character, lines))) {
      throw Problem.invalid(field, "must not contain control characters");
    }
    return stripped;
  }

  private static boolean isForbidden(int character, boolean lines) {
    return switch (Character.getType(character)) {
      case Character.SURROGATE -> true;
      case Character.CONTROL -> !(lines && (character == '\n' || character == '\r' || character == '\t'));
      default -> false;
    };
  }

  private CommentText() {}
}
