package pms.sharing.link;

import java.util.Arrays;
import pms.kit.problem.Problem;

/** The change is made only to the link that the caller has read. */
record IfMatch(String header) {

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  void require(long revision) {
    if (header != null
        && Arrays.stream(header.split(",")).map(String::strip).noneMatch(tag -> tag.equals("*") || tag.equals(tag(revision)))) {
      throw Problem.changedMeanwhile();
    }
  }
}
