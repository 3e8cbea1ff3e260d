package pms.gateway.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The state of the suite, as far as it is anybody's business: names, and whether they are ready.
 *
 * @param status {@code up} when all are ready, else {@code degraded}
 */
record StatusView(String status, List<Service> services) {

  /** @param milliseconds the service took to say so; null when it said nothing */
  record Service(String name, boolean ready, Long milliseconds) {}

  static StatusView of(Map<String, Backends.Answer> answers, boolean login) {
    List<Service> services = new ArrayList<>();
    services.add(new Service("gateway", true, 0L));
    services.add(new Service("login", login, null));
    answers.forEach((name, answer) -> services.add(
        new Service(name, answer.ok(), answer.status() == 0 ? null : answer.time().toMillis())));
    return new StatusView(services.stream().allMatch(Service::ready) ? "up" : "degraded", services);
  }
}
