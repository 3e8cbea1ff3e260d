package pms.sharing.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import pms.kit.problem.Problem;

/**
 * What somebody is in an album; each role has all that the ones before it have. Who may see a picture may have its original,
 * too: what can be looked at can be kept.
 */
public enum Role {
  VIEWER(Right.VIEW, Right.DOWNLOAD),
  CONTRIBUTOR(Right.VIEW, Right.DOWNLOAD, Right.CONTRIBUTE),
  EDITOR(Right.VIEW, Right.DOWNLOAD, Right.CONTRIBUTE, Right.EDIT),
  OWNER(Right.VIEW, Right.DOWNLOAD, Right.CONTRIBUTE, Right.EDIT, Right.MANAGE);

  private final Set<Right> rights;

  Role(Right first, Right... others) {
    rights = EnumSet.of(first, others);
  }

  public static Role parse(String text) {
    return Arrays.stream(values())
        .filter(role -> role.text().equals(text))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("role", "must be viewer, contributor, editor or owner"));
  }

  /** @param rank as the database keeps it, from 1 for a viewer */
  public static Role ofRank(int rank) {
    return values()[rank - 1];
  }

  public short rank() {
    return (short) (ordinal() + 1);
  }

  public boolean allows(Right right) {
    return rights.contains(right);
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
