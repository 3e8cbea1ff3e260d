package pms.processing.http;

import java.nio.charset.StandardCharsets;

/**
 * The {@code Content-Disposition} of a download, whatever its owner called the file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187</a>
 */
public final class Disposition {

  private static final String FREE = "!#$&+-.^_`|~";

  public static String inline(String fileName) {
    return "inline" + name(fileName);
  }

  public static String attachment(String fileName) {
    return "attachment" + name(fileName);
  }

  private static String name(String fileName) {
    String visible = fileName == null ? "" : visible(fileName);
    if (visible.isBlank()) {
      return "";
    }
    String plain = plain(visible);
    String quoted = "; filename=\"" + plain + "\"";
    return plain.equals(visible) ? quoted : quoted + "; filename*=UTF-8''" + encoded(visible);
  }

  /** Without line ends, other control characters, and those that turn the direction of writing. */
  private static String visible(String name) {
    StringBuilder visible = new StringBuilder();
    name.codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .filter(c -> c != '/' && c != '\\')
        .forEach(visible::appendCodePoint);
    return visible.toString().strip();
  }

  /** For old clients: ASCII, and nothing that ends or escapes a quoted string. */
  private static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    name.codePoints().forEach(c -> plain.append(c >= 32 && c < 127 && c != '"' && c != '%' ? (char) c : '_'));
    return plain.toString();
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
      if (letter || FREE.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(String.format("%02X", b));
      }
    }
    return encoded.toString();
  }

  private Disposition() {}
}
