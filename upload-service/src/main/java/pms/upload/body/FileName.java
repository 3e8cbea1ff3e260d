package pms.upload.body;

import java.text.Normalizer;

/** What the client called the file, made harmless: kept for people's eyes, never part of a key, path or decision. */
public final class FileName {

  static final int LONGEST = 255;
  private static final int LONGEST_EXTENSION = 16;

  /**
   * The last part of a path without control characters and without characters that turn the reading direction.
   *
   * @param fallback what it is called when nothing is left
   */
  public static String clean(String sent, String fallback) {
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    String visible =
        name.codePoints()
            .filter(FileName::isHarmless)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String normal = shorten(Normalizer.normalize(visible, Normalizer.Form.NFC).strip());
    return normal.isEmpty() || normal.chars().allMatch(c -> c == '.') ? fallback : normal;
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      // Of the invisible ones only the joiners stay: family emoji and some scripts are made with them.
      case Character.FORMAT -> c == 0x200C || c == 0x200D;
      default -> true;
    };
  }

  /** Keeps the extension, by which people tell files apart. */
  private static String shorten(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? name.substring(dot) : "";
    int keep = LONGEST - extension.codePointCount(0, extension.length());
    return name.substring(0, name.offsetByCodePoints(0, keep)) + extension;
  }

  private FileName() {}
}
