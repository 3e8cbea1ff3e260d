package pms.processing.version;

import java.util.Arrays;
import pms.processing.image.NewVersion;

/**
 * The {@code If-Match} of a request; without it the last writer bases on whatever is current.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, section 13.1.1</a>
 */
record IfMatch(String header) implements NewVersion.Expected {

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  @Override
  public boolean matches(int current) {
    return header == null
        || header.strip().equals("*")
        || Arrays.stream(header.split(",")).anyMatch(tag -> tag.strip().equals(tag(current)));
  }
}
