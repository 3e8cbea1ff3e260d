package pms.sharing.album;

import java.util.Arrays;
import pms.kit.problem.Problem;

/** {@code If-Match}: the change is made only to the album that the caller has read. */
record Precondition(String ifMatch) {

  static String tag(long revision) {
    return "\"" + revision + "\"";
  }

  void require(long revision) {
    if (ifMatch != null && Arrays.stream(ifMatch.split(",")).map(String::strip).noneMatch(tag -> matches(tag, revision))) {
      throw Problem.changedMeanwhile();
    }
  }

  private static boolean matches(String tag, long revision) {
    return tag.equals("*") || tag.equals(tag(revision));
  }
}
