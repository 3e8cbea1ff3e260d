package pms.search.suggest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Case, accents and format characters taken away, and every gap made one space, so that what is typed meets what was written. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

  static String of(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder folded = new StringBuilder();
    plain.toLowerCase(Locale.ROOT).codePoints().forEach(c -> append(folded, c));
    return GAPS.matcher(folded).replaceAll(" ").stripLeading();
  }

  /** Letters that have no accent to take away and are written plain by those who lack the key. */
  private static void append(StringBuilder folded, int character) {
    switch (character) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'đ', 'ð' -> folded.append('d');
      case 'ł' -> folded.append('l');
      case 'þ' -> folded.append("th");
      case 'ħ' -> folded.append('h');
      case 'ŧ' -> folded.append('t');
      // The end of a word, which may be typed as what it is in the middle of one.
      case 'ς' -> folded.append('σ');
      case 'ı' -> folded.append('i');
      default -> folded.appendCodePoint(character);
    }
  }

  private Folding() {}
}
