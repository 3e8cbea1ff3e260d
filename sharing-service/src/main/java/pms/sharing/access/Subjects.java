package pms.sharing.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/**
 * Whom a caller's token proves them to be: {@code user:<id>} first, then {@code group:<name>} of each group.
 *
 * @param id the caller's own id
 */
public record Subjects(String id, List<String> all) {

  private static final String USER = "user:";
  private static final String GROUP = "group:";

  public Subjects {
    all = List.copyOf(all);
  }

  public static Subjects of(Caller caller) {
    return of(caller.id(), caller.groups());
  }

  public static String user(String id) {
    return USER + id;
  }

  public static String group(String name) {
    return GROUP + name;
  }

  /** The user a subject is; empty for groups and for null. */
  public static Optional<String> userId(String subject) {
    return Optional.ofNullable(subject).filter(text -> text.startsWith(USER)).map(text -> text.substring(USER.length()));
  }

  public static Subjects of(String id, Iterable<String> groups) {
    if (id == null || id.isBlank()) {
      throw Problem.of(401, "unauthorized", "Unauthorized", "The access token does not say who it is for.");
    }
    List<String> all = new ArrayList<>();
    all.add(user(id));
    groups.forEach(group -> all.add(group(group)));
    return new Subjects(id, all);
  }

  /** The group a subject is; empty for users and for null. */
  public static Optional<String> groupName(String subject) {
    return Optional.ofNullable(subject).filter(text -> text.startsWith(GROUP)).map(text -> text.substring(GROUP.length()));
  }

  /** As the database takes a list. */
  public String[] array() {
    return all.toArray(String[]::new);
  }
}
