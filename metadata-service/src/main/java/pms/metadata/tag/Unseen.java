package pms.metadata.tag;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Format characters where they show nothing. Joiners and selectors stay beside what they change: emoji that become one, and letters
 * of scripts that are drawn otherwise with them.
 */
final class Unseen {

  /** Nothing before it is a format character. */
  private static final int FIRST = 0xad;

  private static final int LAST_ASCII = 0x7f;

  private static final Set<UnicodeScript> NEVER_JOINED =
      EnumSet.of(
          UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN, UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  static String takenFrom(String text) {
    if (text.chars().allMatch(sign -> sign < FIRST)) {
      return text;
    }
    int[] signs = text.codePoints().toArray();
    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < signs.length; i++) {
      int before = seen.isEmpty() ? ' ' : seen.codePointBefore(seen.length());
      int after = i + 1 == signs.length ? ' ' : signs[i + 1];
      if (isSeen(before, signs[i], after)) {
        seen.appendCodePoint(signs[i]);
      }
    }
    return seen.toString();
  }

  private static boolean isSeen(int before, int sign, int after) {
    return switch (sign) {
      // Soft hyphen, Arabic letter mark, space without width, marks of direction, byte order mark.
      case 0xad, 0x34f, 0x61c, 0x200b, 0x200e, 0x200f, 0xfeff -> false;
      case 0x200c, 0x200d -> isJoined(before) && isJoined(after) && !isSelector(after);
      default ->
          !isIn(sign, 0x202a, 0x202e)
              && !isIn(sign, 0x2060, 0x206f)
              && (!isSelector(sign) || hasLooks(before) || after == 0x20e3)
              // Letters of the flags of countries within a country, which begin with a black one.
              && (!isTag(sign) || before == 0x1f3f4 || isTag(before));
    };
  }

  private static boolean isSelector(int sign) {
    return isIn(sign, 0xfe00, 0xfe0f) || isIn(sign, 0xe0100, 0xe01ef);
  }

  private static boolean isTag(int sign) {
    return isIn(sign, 0xe0000, 0xe007f);
  }

  private static boolean isJoined(int sign) {
    return sign > LAST_ASCII
        && (Character.isLetter(sign) || isSymbol(sign) || isMark(sign))
        && !isAccent(sign)
        && !NEVER_JOINED.contains(UnicodeScript.of(sign));
  }

  /** Symbols that are emoji too, the three among them that are punctuation, and Chinese characters with variants. */
  private static boolean hasLooks(int sign) {
    return sign > LAST_ASCII && isSymbol(sign)
        || sign == 0x203c
        || sign == 0x2049
        || sign == 0x3030
        || UnicodeScript.of(sign) == UnicodeScript.HAN;
  }

  /** Belongs to the letter before it, and does not count itself. */
  private static boolean isAccent(int sign) {
    return isIn(sign, 0x300, 0x36f);
  }

  private static boolean isSymbol(int sign) {
    return switch (Character.getType(sign)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL, Character.MODIFIER_SYMBOL -> true;
      default -> false;
    };
  }

  private static boolean isMark(int sign) {
    return switch (Character.getType(sign)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
      default -> false;
    };
  }

  private static boolean isIn(int sign, int first, int last) {
    return sign >= first && sign <= last;
  }

  private Unseen() {}
}
