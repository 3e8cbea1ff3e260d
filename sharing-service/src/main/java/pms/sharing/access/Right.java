package pms.sharing.access;

import java.util.Locale;
import java.util.stream.Stream;
import pms.kit.problem.Problem;

/** What a caller wants to do with an image. */
enum Right {
  VIEW,
  DOWNLOAD,
  EDIT;

  static Right parse(String text) {
    return Stream.of(values())
        .filter(right -> right.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("right", "must be view, download or edit"));
  }
}
