package pms.sharing.publicpage;

import java.util.List;
import pms.kit.problem.Problem;

/** 429: somebody guesses; {@link PublicHeaders} adds when to come back. */
class TooManyTries extends Problem {

  static final String TYPE = "too-many-tries";

  TooManyTries() {
    super(429, TYPE, "Too many tries", "There were too many wrong passwords: try again later.", List.of());
  }
}
