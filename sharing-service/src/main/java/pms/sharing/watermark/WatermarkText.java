package pms.sharing.watermark;

import pms.kit.problem.Problem;

/** What may be written into pictures. */
public final class WatermarkText {

  public static final int LONGEST = 60;

  /** @return null when there is to be none */
  public static String checked(String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.codePointCount(0, stripped.length()) > LONGEST) {
      throw Problem.invalid("watermark", "must have 1 to " + LONGEST + " characters");
    }
    stripped.codePoints().filter(character -> !isDrawn(character)).findFirst().ifPresent(character -> {
      throw Problem.invalid("watermark", "has a character that cannot be drawn: U+%04X".formatted(character));
    });
    return stripped;
  }

  /** Fonts have empty shapes for what turns the direction of reading, too. */
  private static boolean isDrawn(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> Lettering.get().has(character);
    };
  }

  private WatermarkText() {}
}
