package pms.e2e.suite;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.process.Launch;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.Server;

/** A process of the suite, started exactly as {@code ./pms up} does it, that a test may kill. */
public final class Running {
  private final Server server;
  private final Site site;
  private final String name;
  private final ProcessRegistry registry;
  private ProcessHandle process;

  /** Room for hundreds of requests without a token in a second, and a limit that a test can exceed. */
  private static final Map<String, String> FOR_TESTS = Map.of(
      "PMS_GATEWAY_LIMITS_ADDRESS_PER_SECOND",
      "5000",
      "PMS_GATEWAY_LIMITS_ADDRESS_BURST",
      "20000",
      "PMS_GATEWAY_LIMITS_USER_PER_SECOND",
      "5000",
      "PMS_GATEWAY_LIMITS_USER_BURST",
      "20000",
      "PMS_UPLOAD_LARGEST",
      "12M");

  Running(Server server, Site site, String name) {
    this.server = server;
    this.site = site;
    this.name = name;
    this.registry = new ProcessRegistry(site.home());
  }

  public Running start() {
    server.install(site);
    process = ProcessHandle.of(registry.start(name, forTests(server.launch(site))))
        .orElseThrow(() -> new IllegalStateException(name + " ended at once: " + log()));
    return this;
  }

  public Running awaitReady() {
    await(name + " is ready (" + log() + ")")
        .atMost(server.patience())
        .pollInterval(Duration.ofMillis(100))
        .until(() -> !process.isAlive() || server.isReady(site));
    if (!process.isAlive()) throw new IllegalStateException(name + " has ended: " + log());
    return this;
  }

  /** As a machine's failure ends it: no goodbye. */
  public void kill() {
    process.destroyForcibly();
    await(name + " is gone")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !process.isAlive());
  }

  /** Asked to end, then made to. */
  public void stop() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 15, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    registry.forget(name);
  }

  /** Where it listens. */
  public int port() {
    return site.port(port(server));
  }

  static Port port(Server server) {
    return server.ports().getFirst();
  }

  private static Launch forTests(Launch launch) {
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.putAll(FOR_TESTS);
    return new Launch(launch.command(), environment, launch.folder());
  }

  private String log() {
    return site.home().log(name).toString();
  }
}
