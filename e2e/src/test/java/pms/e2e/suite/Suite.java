package pms.e2e.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pms.e2e.client.Addresses;
import pms.e2e.client.PmsClient;
import pms.e2e.client.ThrowAwayUsers;
import pms.e2e.client.Tokens;
import pms.platform.Endpoints;
import pms.platform.Home;
import pms.platform.Port;
import pms.platform.Ports;
import pms.platform.Site;
import pms.platform.namespace.Namespace;
import pms.platform.namespace.Namespaces;
import pms.platform.server.KafkaServer;
import pms.platform.server.QuarkusService;
import pms.platform.server.Server;
import pms.platform.test.TestPlatform;

/**
 * The running suite the journeys travel through: our services as built, in a namespace of their own on the test servers, with a
 * Kafka of their own because it is killed; started once for all tests of this JVM. With PMS_E2E_GATEWAY set it is the suite that
 * runs there instead, and nothing is killed.
 */
public final class Suite {
  private static Suite shared;

  private final HttpClient http = HttpClient.newBuilder()
      .connectTimeout(Duration.ofSeconds(5))
      .version(HttpClient.Version.HTTP_1_1)
      .build();
  private final Map<Port, Running> processes = new LinkedHashMap<>();
  private final Site site;
  private final URI gateway;
  private final ThrowAwayUsers accounts;

  public static synchronized Suite get() {
    if (shared == null) {
      String outside = System.getenv("PMS_E2E_GATEWAY");
      shared = outside == null ? ofItsOwn() : fromOutside(URI.create(outside));
    }
    return shared;
  }

  private Suite(Site site, URI gateway) {
    this.site = site;
    this.gateway = gateway;
    this.accounts = new ThrowAwayUsers(http, site.endpoints(), addresses());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static Suite fromOutside(URI gateway) {
    Map<String, String> environment = System.getenv();
    Ports ports = Ports.from(environment);
    Endpoints endpoints = Endpoints.from(environment).orElseGet(() -> Endpoints.of(ports));
    return new Suite(
        new Site(Home.development(), ports, endpoints, Namespace.development()), gateway);
  }

  private static Suite ofItsOwn() {
    Ports ports = Ports.free();
    Endpoints endpoints = withOwnKafka(TestPlatform.find().endpoints(), ports);
    Path folder = Path.of("target", "suite").toAbsolutePath();
    Home.delete(folder);
    Suite suite = new Suite(
        new Site(Home.at(folder), ports, endpoints, Namespace.forTest("e2e")),
        URI.create("http://localhost:" + ports.number(Port.GATEWAY)));
    suite.startAll();
    return suite;
  }

  private static Endpoints withOwnKafka(Endpoints given, Ports ports) {
    return new Endpoints(
        given.jdbc(),
        given.databaseUser(),
        given.databasePassword(),
        "127.0.0.1:" + ports.number(Port.KAFKA),
        given.s3(),
        given.s3AccessKey(),
        given.s3SecretKey(),
        given.elasticsearch(),
        given.redis(),
        given.oidc(),
        given.keycloakAdmin(),
        given.keycloakPassword());
  }

  private void startAll() {
    add(new KafkaServer()).start().awaitReady();
    new Namespaces(site.endpoints()).create(site.names());
    QuarkusService.all().forEach(service -> add(service).start());
    processes.values().forEach(Running::awaitReady);
  }

  private Running add(Server server) {
    Running running = new Running(server, site, server.name());
    processes.put(Running.port(server), running);
    return running;
  }

  /** A fresh user with an empty library. */
  public PmsClient user(String word) throws IOException, InterruptedException {
    return accounts.make(word);
  }

  /** One of the development users, for the roles they have. */
  public PmsClient developmentUser(String name) {
    return new PmsClient(http, addresses(), new Tokens(http, addresses(), name, name));
  }

  public ThrowAwayUsers accounts() {
    return accounts;
  }

  public Addresses addresses() {
    return new Addresses(gateway, URI.create(site.endpoints().oidc()));
  }

  /** False for a suite that runs outside: what we did not start we do not kill. */
  public boolean isOurs() {
    return !processes.isEmpty();
  }

  /** A service, or Kafka, by the port it listens on. */
  public Running process(Port port) {
    return Optional.ofNullable(processes.get(port)).orElseThrow();
  }

  /** A second process of a service, doing the same work on another port. */
  public Running replica(Port port) {
    return replica(port, site.endpoints());
  }

  /** The same with another log-in server or realm. */
  public Running replica(Port port, URI oidc) {
    Endpoints given = site.endpoints();
    return replica(port, new Endpoints(
        given.jdbc(), given.databaseUser(), given.databasePassword(), given.kafka(), given.s3(), given.s3AccessKey(),
        given.s3SecretKey(), given.elasticsearch(), given.redis(), oidc.toString(), given.keycloakAdmin(),
        given.keycloakPassword()));
  }

  private Running replica(Port port, Endpoints endpoints) {
    Server server = QuarkusService.all().stream()
        .filter(service -> Running.port(service) == port)
        .findFirst()
        .orElseThrow();
    Map<Port, Integer> numbers = new EnumMap<>(site.ports().numbers());
    Ports free = Ports.free();
    server.ports().forEach(own -> numbers.put(own, free.number(own)));
    Site elsewhere = new Site(site.home(), new Ports(numbers), endpoints, site.names());
    return new Running(server, elsewhere, server.name() + "-2").start().awaitReady();
  }

  /** The port where a service itself listens, behind the gateway's back. */
  public int portOf(Port port) {
    return site.port(port);
  }

  public HttpClient http() {
    return http;
  }

  public Endpoints endpoints() {
    return site.endpoints();
  }

  public Namespace names() {
    return site.names();
  }

  private void close() {
    try {
      accounts.removeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (isOurs()) tearDown();
    }
  }

  /** Nothing of it is wanted any more, so nobody is asked to end. */
  private void tearDown() {
    Running kafka = process(Port.KAFKA);
    processes.values().stream().filter(running -> running != kafka).forEach(Running::kill);
    new Namespaces(site.endpoints()).drop(site.names());
    kafka.kill();
    Home.delete(site.home().data("kafka"));
  }
}
