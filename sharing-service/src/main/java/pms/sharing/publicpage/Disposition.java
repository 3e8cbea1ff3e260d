package pms.sharing.publicpage;

import java.nio.charset.StandardCharsets;

/**
 * The {@code Content-Disposition} of what is to be saved, whatever its owner called it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187</a>
 */
public final class Disposition {

  private static final String UNESCAPED = "!#$&+-.^_`|~";

  public static String attachment(String fileName) {
    String name = visible(fileName == null ? "" : fileName);
    if (name.isBlank()) {
      return "attachment";
    }
    String ascii = name.replaceAll("[^ -~]|[\"%\\\\]", "_");
    String plain = "attachment; filename=\"" + ascii + "\"";
    return ascii.equals(name) ? plain : plain + "; filename*=UTF-8''" + escaped(name);
  }

  /** Without what cannot be seen, what turns the direction of writing, halves of characters, and folders. */
  private static String visible(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints().filter(Disposition::isVisible).filter(c -> c != '/' && c != '\\').forEach(visible::appendCodePoint);
    return visible.toString().strip();
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  private static String escaped(String name) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean safe = c < 128 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0);
      escaped.append(safe ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return escaped.toString();
  }

  private Disposition() {}
}
