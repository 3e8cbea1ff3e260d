package pms.gateway.route;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import pms.gateway.GatewayConfig;

/** The route table: the first line that takes path and method wins. */
@ApplicationScoped
public class Routes {

  private final List<Route> routes;
  private final Set<String> services;

  @Inject
  Routes(GatewayConfig config) {
    this(config.routes(), config.services().keySet());
  }

  Routes(List<Route> routes, Set<String> services) {
    this.routes = List.copyOf(routes);
    this.services = Set.copyOf(services);
    for (Route route : routes) {
      if (!services.containsAll(route.fixedService().stream().toList())) {
        throw new IllegalArgumentException("a route leads to " + route.service() + ", which is no service of " + services);
      }
    }
  }

  /** Where a request goes. */
  public sealed interface Way {}

  public record To(String service) implements Way {}

  public record WrongMethod(Set<String> allowed) implements Way {}

  public record Nowhere() implements Way {}

  /** @param path as it came, its spelling checked */
  public Way way(String method, String path) {
    List<String> segments = Route.segments(path);
    Set<String> allowed = new TreeSet<>();
    for (Route route : routes) {
      if (route.takesPath(segments) && services.contains(route.service(segments))) {
        if (route.takesMethod(method)) {
          return new To(route.service(segments));
        }
        allowed.addAll(route.methods());
      }
    }
    return allowed.isEmpty() ? new Nowhere() : new WrongMethod(allowed);
  }

  /** Whether requests of this path (or template of one) need no token. */
  public boolean isOpen(String method, String path) {
    return first(method, path).filter(Route::open).isPresent();
  }

  /** The first segments of all paths. */
  Set<String> roots() {
    return routes.stream().map(route -> route.path().getFirst()).collect(Collectors.toSet());
  }

  /** Whether such requests of the API description are the service's to answer; a variable of the path may stand for it. */
  public boolean leads(String method, String path, String service) {
    return first(method, path)
        .map(route -> route.service(Route.segments(path)))
        .map(leadsTo -> leadsTo.equals(service) || leadsTo.startsWith("{"))
        .orElse(false);
  }

  private Optional<Route> first(String method, String path) {
    List<String> segments = Route.segments(path);
    return routes.stream().filter(route -> route.takesPath(segments) && route.takesMethod(method)).findFirst();
  }
}
