package pms.metadata.image;

import java.util.Arrays;
import pms.kit.problem.Problem;

/**
 * The {@code If-Match} of a request.
 *
 * @param header null when the caller does not care what it overwrites
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-if-match">RFC 9110, section 13.1.1</a>
 */
record ExpectedRevision(String header) {

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  void check(long revision) {
    if (header == null || header.strip().equals("*")) {
      return;
    }
    if (Arrays.stream(header.split(",")).noneMatch(tag -> tag.strip().equals(tag(revision)))) {
      throw Problem.changedMeanwhile();
    }
  }
}
