package pms.search.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pms.kit.caller.Caller;

/**
 * Somebody who looks for pictures.
 *
 * @param id Keycloak's {@code sub}
 * @param subjects by which albums and grants name them: {@code user:<id>}, {@code group:<name>} …
 */
public record Viewer(String id, Set<String> subjects) {

  public static Viewer of(Caller caller) {
    Set<String> subjects =
        caller.groups().stream().map(group -> "group:" + group).collect(Collectors.toCollection(TreeSet::new));
    subjects.add("user:" + caller.id());
    return new Viewer(caller.id(), subjects);
  }
}
