package pms.processing.transform;

import java.time.Duration;
import java.util.List;
import pms.kit.problem.Problem;

/** 429: the caller has had too much rendered lately. */
public final class TooManyRenders extends Problem {

  static final String TYPE = "too-many-renders";
  static final String DETAIL = "You have had much rendered lately; ask again in ";

  TooManyRenders(Duration wait) {
    super(429, TYPE, "Too many renders", DETAIL + wait.toSeconds() + " s.", List.of());
  }
}
