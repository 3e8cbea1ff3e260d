package pms.metadata.job;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
  /** One change for a list of images or for all that a query finds. */
  BULK,
  TAG_RENAME,
  TAG_DELETE,
  /** Tells anew of the images below a category that has another path now. */
  CATEGORY_MOVE,
  /** Takes the images out of deleted categories. */
  CATEGORY_DELETE,
  /** Takes back what another job did. */
  UNDO;

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
