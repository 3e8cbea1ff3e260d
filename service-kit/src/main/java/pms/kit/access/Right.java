package pms.kit.access;

import java.util.Locale;

/** What a caller wants to do with somebody else's image; each includes the ones before it. */
public enum Right {
  /** See it: facts, thumbnails and renderings. */
  VIEW,
  /** Have the original's bytes. */
  DOWNLOAD,
  /** Change what is said about it, and make versions. */
  EDIT;

  /** As the sharing service's {@code right} parameter spells it. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
