package pms.gateway.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the route table: {@code GET|PATCH /api/images/{id} metadata}. Methods or {@code *}; a path whose segments are
 * literal or a {@code {variable}}, with {@code **} at the end for any number more; and a service, which may be a variable of
 * the path. {@code open} at the end of the line: no token is needed, the service has its own way to know who may.
 *
 * @param methods empty for all
 */
public record Route(Set<String> methods, List<String> path, String service, boolean open) {

  private static final Pattern LINE = Pattern.compile("\\s*([A-Z|]+|\\*)\\s+(/\\S*)\\s+(\\S+?)(\\s+open)?\\s*");
  private static final String REST = "**";

  public Route {
    methods = Set.copyOf(methods);
    path = List.copyOf(path);
    if (variable(service) && !path.contains(service)) {
      throw new IllegalArgumentException("no " + service + " in " + path);
    }
    int rest = path.indexOf(REST);
    if (rest >= 0 && rest != path.size() - 1) {
      throw new IllegalArgumentException(REST + " stands at the end of a path only: " + path);
    }
  }

  /** Reads one line; the configuration calls it. */
  public static Route of(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a route, such as 'GET|PATCH /api/images/{id} metadata': " + line);
    }
    Set<String> methods = parts.group(1).equals("*") ? Set.of() : Set.of(parts.group(1).split("\\|"));
    return new Route(methods, segments(parts.group(2)), parts.group(3), parts.group(4) != null);
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  boolean takesPath(List<String> segments) {
    boolean open = path.getLast().equals(REST);
    int fixed = open ? path.size() - 1 : path.size();
    if (segments.size() < fixed || !open && segments.size() > fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!variable(path.get(i)) && !path.get(i).equals(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Who may read a thing may ask for its head. */
  boolean takesMethod(String method) {
    return methods.isEmpty() || methods.contains(method) || method.equals("HEAD") && methods.contains("GET");
  }

  /** The service's name; empty when the path names it. */
  Optional<String> fixedService() {
    return variable(service) ? Optional.empty() : Optional.of(service);
  }

  String service(List<String> segments) {
    return variable(service) ? segments.get(path.indexOf(service)) : service;
  }

  private static boolean variable(String segment) {
    return segment.startsWith("{");
  }
}
