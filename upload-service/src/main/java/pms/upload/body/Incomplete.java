package pms.upload.body;

import java.io.IOException;
import pms.kit.problem.Problem;

/** A body that broke off: the client rarely hears of it, but nothing may be left of it. */
public final class Incomplete {

  public static Problem of(IOException cut, long afterBytes) {
    String why = FormFiles.isMalformed(cut) ? "the form is not well-formed or breaks off" : "the body breaks off";
    return Problem.invalid("body", why + " after " + afterBytes + " bytes of the file");
  }

  private Incomplete() {}
}
