package pms.sharing.access;

import java.util.Locale;
import java.util.stream.Stream;
import pms.kit.problem.Problem;

/** What a caller wants to do with an image or an album. */
public enum Right {
  VIEW,
  DOWNLOAD,
  /** Add own pictures to an album. */
  CONTRIBUTE,
  EDIT,
  /** Decide who else may. */
  MANAGE;

  /** One of those that are asked for about images. */
  public static Right ofImage(String text) {
    return Stream.of(VIEW, DOWNLOAD, EDIT)
        .filter(right -> right.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("right", "must be view, download or edit"));
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
