package pms.platform.test;

import java.util.Map;
import java.util.Optional;
import pms.platform.Endpoints;
import pms.platform.Home;
import pms.platform.Ports;
import pms.platform.Progress;
import pms.platform.Suite;
import pms.platform.server.Servers;

/**
 * The servers that tests run on: given by the environment; else a platform that runs already, the development one or one that an
 * earlier test started; else containers, if {@code PMS_PLATFORM=containers}; else local processes on free ports, which stay for
 * the next test ({@code ./pms down} ends them).
 *
 * @param origin {@code given}, {@code found}, {@code containers} or {@code started}
 */
public record TestPlatform(Endpoints endpoints, String origin) {

  public static TestPlatform find() {
    return find(Progress.NONE);
  }

  public static TestPlatform find(Progress progress) {
    Map<String, String> environment = System.getenv();
    return Endpoints.from(environment)
        .map(endpoints -> new TestPlatform(endpoints, "given"))
        .or(() -> running(Home.development(), Ports.from(environment)))
        .or(() -> running(Home.tests(), Ports.from(Map.of())))
        .or(() -> containers(environment))
        .orElseGet(() -> started(progress));
  }

  private static Optional<TestPlatform> running(Home home, Ports ports) {
    Suite suite = Suite.of(home, ports, Servers.real());
    return suite.isReady() ? Optional.of(new TestPlatform(suite.site().endpoints(), "found")) : Optional.empty();
  }

  private static Optional<TestPlatform> containers(Map<String, String> environment) {
    if (!"containers".equals(environment.get("PMS_PLATFORM"))) {
      return Optional.empty();
    }
    return Optional.of(new TestPlatform(ContainerPlatform.endpoints(), "containers"));
  }

  private static TestPlatform started(Progress progress) {
    Suite suite = Suite.of(Home.tests(), Ports.free(), Servers.real());
    suite.up(progress);
    return new TestPlatform(suite.site().endpoints(), "started");
  }
}
