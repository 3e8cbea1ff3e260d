package pms.e2e.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pms.e2e.client.Addresses;
import pms.platform.Endpoints;
import pms.platform.Home;
import pms.platform.Port;
import pms.platform.Ports;
import pms.platform.Site;
import pms.platform.namespace.Namespace;
import pms.platform.namespace.Namespaces;
import pms.platform.process.Launch;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.QuarkusService;
import pms.platform.server.Server;

/**
 * A second search-service, metadata-service and gateway beside the running suite, as it starts them but with the full compiler, as in
 * containers, and with an index, topics and a database of their own: a million pictures would be in everybody's way, and to take them out of a shared index again takes longer than
 * to put them in. Metadata-service and gateway listen to topics on which nothing happens, since the originals that the events speak of
 * do not exist. All of it has fixed names, so that a run finds what one before it had no time to clear away.
 */
final class Stage implements AutoCloseable {
  private static final String SEARCH = "search";
  private static final String METADATA = "metadata";
  private static final String GATEWAY = "gateway";
  private static final String RECORDED = "search-recorded";
  /** The suite of a developer does with the quick one, which takes less memory, or lets the full one come in late. */
  private static final Pattern COMPILER = Pattern.compile("-XX:Tier.+");
  private static final Map<String, String> NO_LIMITS = Map.of(
      "PMS_GATEWAY_LIMITS_USER_PER_SECOND", "5000", "PMS_GATEWAY_LIMITS_USER_BURST", "20000",
      "PMS_GATEWAY_LIMITS_ADDRESS_PER_SECOND", "5000", "PMS_GATEWAY_LIMITS_ADDRESS_BURST", "20000");

  private final Namespace names = Namespace.ofBucket("pms-t-bench");
  private final Namespace quiet = Namespace.ofBucket("pms-t-benchquiet");
  private final Home home = Home.at(Home.development().folder().resolve("bench"));
  private final ProcessRegistry registry = new ProcessRegistry(home);
  private final Endpoints endpoints;
  private final Ports ports = Ports.free();
  private final Map<String, ProcessHandle> running = new HashMap<>();

  Stage(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** Ends what a run before this one left running; its data stays. */
  void endOthers() {
    for (String name : List.of(GATEWAY, SEARCH, METADATA, RECORDED)) {
      registry.all(name).stream().flatMap(pid -> ProcessHandle.of(pid).stream()).forEach(Stage::end);
    }
  }

  void create() {
    Namespaces namespaces = new Namespaces(endpoints);
    namespaces.create(names, List.of());
    namespaces.create(quiet, List.of(METADATA));
  }

  void drop() {
    new Namespaces(endpoints).drop(names);
    new Namespaces(endpoints).drop(quiet);
    Home.delete(home.folder());
  }

  void startSearch() throws IOException, InterruptedException {
    start(SEARCH, Port.SEARCH, new Site(home, ports, endpoints, names));
  }

  void startLibrary() throws IOException, InterruptedException {
    Site site = new Site(home, ports, endpoints, quiet);
    start(METADATA, Port.METADATA, site);
    start(GATEWAY, Port.GATEWAY, site);
  }

  /** One more that searches the same index, by way of an Elasticsearch at another address. Where it answers. */
  URI startRecorded(String elasticsearch) throws IOException, InterruptedException {
    Ports others = Ports.free();
    Namespace indexOnly = new Namespace(quiet.databases(), quiet.topics(), quiet.bucket(), names.indices());
    start(RECORDED, Port.SEARCH, new Site(home, others, at(elasticsearch), indexOnly));
    return URI.create("http://127.0.0.1:" + others.number(Port.SEARCH));
  }

  void stopSearch() {
    stop(SEARCH);
  }

  void stopRecorded() {
    stop(RECORDED);
  }

  /** The bench's own gateway. */
  Addresses addresses() {
    return new Addresses(URI.create("http://localhost:" + ports.number(Port.GATEWAY)), URI.create(endpoints.oidc()));
  }

  /** Where the measured search-service itself answers. */
  URI search() {
    return URI.create("http://127.0.0.1:" + ports.number(Port.SEARCH));
  }

  Namespace names() {
    return names;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  Home home() {
    return home;
  }

  /** Processor time so far of those who index: this search-service, and Elasticsearch where it is a process of the suite. */
  Duration processorTime() {
    ProcessRegistry suite = new ProcessRegistry(Home.development());
    Stream<ProcessHandle> indexing = Stream.concat(
        Stream.ofNullable(running.get(SEARCH)),
        suite.all("elasticsearch").stream().flatMap(pid -> ProcessHandle.of(pid).stream()));
    return indexing.distinct()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  String database() {
    return endpoints.jdbc(quiet, METADATA);
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
  }

  private void start(String name, Port port, Site site) throws IOException, InterruptedException {
    Server server = QuarkusService.all().stream().filter(one -> one.ports().getFirst() == port).findFirst().orElseThrow();
    Launch launch = server.launch(site);
    Map<String, String> environment = new HashMap<>(launch.environment());
    environment.putAll(NO_LIMITS);
    List<String> command = launch.command().stream().filter(option -> !COMPILER.matcher(option).matches()).toList();
    long pid = registry.start(name, new Launch(command, environment, launch.folder()));
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow(() -> new IOException(name + " ended at once: " + home.log(name)));
    running.put(name, process);
    await(name + " is not ready, see " + home.log(name), server.patience().toSeconds(), () -> !process.isAlive() || server.isReady(site));
    if (!process.isAlive()) throw new IOException(name + " has ended: " + home.log(name));
  }

  private void stop(String name) {
    ProcessHandle process = running.remove(name);
    if (process != null) {
      end(process);
      registry.forget(name);
    }
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    process.onExit().completeOnTimeout(process, 15, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }

  static void await(String otherwise, long seconds, BooleanSupplier condition) throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > giveUp) throw new IOException(otherwise);
      Thread.sleep(200);
    }
  }

  private Endpoints at(String elasticsearch) {
    return new Endpoints(
        endpoints.jdbc(), endpoints.databaseUser(), endpoints.databasePassword(), endpoints.kafka(), endpoints.s3(),
        endpoints.s3AccessKey(), endpoints.s3SecretKey(), elasticsearch, endpoints.redis(), endpoints.oidc(),
        endpoints.keycloakAdmin(), endpoints.keycloakPassword());
  }
}
