package pms.e2e.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One operation and what each caller gets: {@code POST /api/albums/{album}/items @items 200 200 200 403 403 404 404 404 401}, the
 * callers in the order of {@link CastMember}. A {@code !} before the method: the operation uses up what it is done to, so each
 * caller who may gets things of their own. Several statuses are joined by {@code |}.
 *
 * @param path as in the API description, the variables named after what {@link World} knows
 * @param body name of a body that {@link World} knows; null for none
 */
record MatrixRow(
    String method, String path, String body, boolean usesUp, Map<CastMember, List<Integer>> expected) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

  static MatrixRow of(String line) {
    List<String> words = new ArrayList<>(List.of(line.trim().split("\\s+")));
    boolean usesUp = words.getFirst().startsWith("!");
    String method = words.removeFirst().replace("!", "");
    String path = words.removeFirst();
    String body = words.getFirst().startsWith("@") ? words.removeFirst().substring(1) : null;
    CastMember[] cast = CastMember.values();
    if (words.size() != cast.length) {
      throw new IllegalArgumentException("one status for each of " + List.of(cast) + ": " + line);
    }
    Map<CastMember, List<Integer>> expected = new EnumMap<>(CastMember.class);
    for (int i = 0; i < cast.length; i++) {
      expected.put(cast[i], List.of(words.get(i).split("\\|")).stream().map(Integer::valueOf).toList());
    }
    return new MatrixRow(method, path, body, usesUp, expected);
  }

  /** The operation whatever its variables are called; a query does not count. */
  String operation() {
    return operation(method, path);
  }

  static String operation(String method, String path) {
    return method.toUpperCase() + " " + VARIABLE.matcher(path.replaceAll("\\?.*", "")).replaceAll("{}");
  }

  boolean allows(CastMember caller) {
    return expected.get(caller).getFirst() < 400;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
