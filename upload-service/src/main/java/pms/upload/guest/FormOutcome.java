package pms.upload.guest;

import java.io.IOException;
import java.util.Set;
import pms.kit.problem.Problem;

/** What came of the files of one form. */
class FormOutcome {

  /** What is wrong with one file only; after anything else the next one would be refused, too. */
  private static final Set<Integer> OF_ONE_FILE = Set.of(413, 415, 422);

  private int sent;
  private String refusal;
  private boolean over;

  interface Step {
    /** @return false at the end */
    boolean run() throws IOException;
  }

  void note(Step step) throws IOException {
    try {
      if (step.run()) {
        sent++;
      } else {
        over = true;
      }
    } catch (Problem refused) {
      if (refused.status() == 404 && isEmpty()) {
        throw refused;
      }
      refusal = refused.type();
      over = !OF_ONE_FILE.contains(refused.status());
    }
  }

  boolean goesOn() {
    return !over;
  }

  boolean isEmpty() {
    return sent == 0 && refusal == null;
  }

  /** What the page is to say. */
  String query() {
    return "?sent=" + sent + (refusal == null ? "" : "&refused=" + refusal);
  }
}
