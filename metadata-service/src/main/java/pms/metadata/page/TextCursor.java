package pms.metadata.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import pms.kit.problem.Problem;

/** Where a page ended that is sorted by text. Opaque to callers. */
public record TextCursor(String key) {

  /** Null for null. */
  public static TextCursor parse(String text, String parameter) {
    try {
      if (text == null) {
        return null;
      }
      String key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (!key.isEmpty() && key.length() <= 1000 && key.indexOf(0) < 0 && key.indexOf(0xFFFD) < 0) {
        return new TextCursor(key);
      }
    } catch (IllegalArgumentException garbage) {
      throw bad(parameter);
    }
    throw bad(parameter);
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static Problem bad(String parameter) {
    return Problem.invalid(parameter, "is not a cursor that was given out here");
  }
}
