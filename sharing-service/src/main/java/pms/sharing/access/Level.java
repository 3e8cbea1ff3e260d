package pms.sharing.access;

import java.util.Locale;

/** What a grant of a single image gives; each level includes the ones before. */
public enum Level {
  VIEW,
  DOWNLOAD,
  EDIT;

  public static Level parse(String text) {
    return valueOf(Right.ofImage(text).name());
  }

  /** @param rank as the database keeps it, from 1 */
  public static Level ofRank(int rank) {
    return values()[rank - 1];
  }

  public short rank() {
    return (short) (ordinal() + 1);
  }

  public boolean allows(Right right) {
    return switch (right) {
      case VIEW -> true;
      case DOWNLOAD -> this != VIEW;
      case EDIT -> this == EDIT;
      case CONTRIBUTE, MANAGE -> false;
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
