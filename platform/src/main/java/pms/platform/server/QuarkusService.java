package pms.platform.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pms.platform.Http;
import pms.platform.PlatformException;
import pms.platform.Port;
import pms.platform.Site;
import pms.platform.install.Libvips;
import pms.platform.process.Launch;

/** One of our own services, run from the jar that Maven built in its module. */
public final class QuarkusService implements Server {

  /** Every byte goes through the one; the other folds the whole log when an index is rebuilt. */
  private static final Set<Port> BUSY = Set.of(Port.UPLOAD, Port.SEARCH);
  private static final Predicate<String> PASSED_ON = name -> name.matches("(PMS|QUARKUS|OTEL)_.*");

  private final Port port;
  private final Port health;
  private final Set<String> needs;
  private final String heap;

  private QuarkusService(Port port, Port health, String heap, String... needs) {
    this.port = port;
    this.health = health;
    this.heap = heap;
    this.needs = Set.of(needs);
  }

  private static QuarkusService of(Port port, String heap, String... needs) {
    return new QuarkusService(port, port, heap, needs);
  }

  /** All six; the ones that take longest to start come first. */
  public static List<Server> all() {
    return List.of(
        of(Port.METADATA, "192m", "postgresql", "kafka", "s3"),
        of(Port.PROCESSING, "192m", "postgresql", "kafka", "s3"),
        of(Port.UPLOAD, "192m", "postgresql", "kafka", "s3"),
        of(Port.SHARING, "192m", "postgresql", "kafka"),
        of(Port.SEARCH, "192m", "kafka", "elasticsearch"),
        new QuarkusService(Port.GATEWAY, Port.GATEWAY_MANAGEMENT, "192m", "kafka", "redis"));
  }

  @Override
  public String name() {
    return port.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Port> ports() {
    return health == port ? List.of(port) : List.of(port, health);
  }

  @Override
  public Set<String> needs() {
    return needs;
  }

  /** Pictures are rendered with a library that is fetched once. */
  @Override
  public void install(Site site) {
    if (port == Port.PROCESSING) {
      new Libvips(site.installation()).fetch();
    }
  }

  /** The processing service has workers. */
  @Override
  public boolean isMain(String command) {
    return command.contains("quarkus-run.jar");
  }

  @Override
  public Optional<Path> built(Site site) {
    return Optional.of(jar(site)).filter(Files::exists);
  }

  @Override
  public Launch launch(Site site) {
    Path jar = jar(site);
    if (!Files.exists(jar)) {
      throw new PlatformException(name() + "-service is not built: " + jar + " is missing.");
    }
    return new Launch(command(site, jar), environment(site), data(site));
  }

  @Override
  public boolean isReady(Site site) {
    return Http.status("http://127.0.0.1:" + site.port(health) + "/q/health/ready").orElse(0) == 200;
  }

  private Path jar(Site site) {
    return site.home().root().resolve(name() + "-service/target/quarkus-app/quarkus-run.jar");
  }

  private List<String> command(Site site, Path jar) {
    String memory = System.getenv().getOrDefault("PMS_" + port.name() + "_MEMORY", heap);
    List<String> command = Jvm.server(site, this, jar, memory, "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    if (BUSY.contains(port)) {
      command.addAll(Jvm.FULL_COMPILER);
    }
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /** The suite's own addresses first, then whatever the caller has set. */
  private static Map<String, String> environment(Site site) {
    Map<String, String> environment = new HashMap<>(site.endpoints().environment(site.names()));
    for (Server service : all()) {
      Port port = service.ports().getFirst();
      service.ports().forEach(each -> environment.put(each.variable(), "" + site.port(each)));
      environment.put("PMS_" + port.name() + "_URL", "http://" + (port == Port.GATEWAY ? "localhost" : "127.0.0.1") + ":" + site.port(port));
    }
    environment.put("PMS_ENVIRONMENT", "development");
    new Libvips(site.installation()).here().ifPresent(library -> environment.put("PMS_LIBVIPS_FETCHED", library.toString()));
    System.getenv().forEach((name, value) -> {
      if (PASSED_ON.test(name) && !name.matches("PMS_.*_PORT|PMS_HOME|PMS_ROOT")) {
        environment.put(name, value);
      }
    });
    // Who administers the log-in server is nobody's business here.
    environment.keySet().removeIf(name -> name.startsWith("PMS_KEYCLOAK_ADMIN"));
    return environment;
  }
}
