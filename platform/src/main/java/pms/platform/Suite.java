package pms.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import pms.platform.process.Endings;
import pms.platform.process.Proc;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.Server;

/**
 * A set of processes that belong together in one {@link Home}: starts what does not run, in parallel and each as soon as what it
 * needs is ready; stops; tells how they are. Any number of launchers may work on the same home, one after the other; each finds
 * what the ones before it started, however those ended.
 */
public final class Suite {

  private final Site site;
  private final List<Server> servers;
  private final ProcessRegistry registry;

  private Suite(Site site, List<Server> servers) {
    this.site = site;
    this.servers = List.copyOf(servers);
    this.registry = new ProcessRegistry(site.home());
  }

  /** With its own servers. While anything of it runs, its ports are the ones it was started with. */
  public static Suite of(Home home, Ports wanted, List<Server> servers) {
    return new Suite(Site.local(home, settled(home, wanted, servers)), servers);
  }

  /** Of processes that use somebody else's servers: for example our services on the platform of a test. */
  public static Suite of(Site site, List<Server> servers) {
    Ports ports = settled(site.home(), site.ports(), servers);
    return new Suite(new Site(site.home(), ports, site.endpoints(), site.names()), servers);
  }

  public Site site() {
    return site;
  }

  public List<Server> servers() {
    return servers;
  }

  /** Starts whatever does not run or was built anew since, and returns when everything is ready. */
  public void up(Progress progress) {
    try (var _ = SuiteLock.take(site.home(), progress)) {
      new Stopping(registry, progress).run(servers.stream().filter(this::isOutdated).toList());
      start(servers, progress);
    }
  }

  /** Stops everything, dependents first, and returns when no process is left. */
  public void down(Progress progress) {
    try (var _ = SuiteLock.take(site.home(), progress)) {
      new Stopping(registry, progress).run(servers);
      Files.deleteIfExists(portsFile(site.home()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops and starts one process. */
  public void restart(String name, Progress progress) {
    List<Server> only = List.of(server(name));
    try (var _ = SuiteLock.take(site.home(), progress)) {
      new Stopping(registry, progress).run(only);
      start(only, progress);
    }
  }

  /** Ends one process as a power cut would: SIGKILL, to it and everything that belongs to it. */
  public void kill(String name) {
    Endings.kill(registry.all(server(name).name()));
  }

  /** How every process is, asked in parallel. */
  public List<ProcessState> states() {
    try (var threads = Executors.newCachedThreadPool()) {
      return servers.stream().map(one -> CompletableFuture.supplyAsync(() -> state(one), threads)).toList().stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  /** Whether every process runs and answers. */
  public boolean isReady() {
    return servers.stream().allMatch(server -> pid(server).isPresent()) && servers.stream().allMatch(server -> server.isReady(site));
  }

  /** The process of that name; {@code upload-service} is understood as {@code upload}. */
  public Server server(String name) {
    return servers.stream()
        .filter(server -> server.name().equals(name) || name.equals(server.name() + "-service"))
        .findFirst()
        .orElseThrow(() -> new PlatformException("There is no " + name + "; there are: " + String.join(", ", names()) + "."));
  }

  private List<String> names() {
    return servers.stream().map(Server::name).toList();
  }

  private void start(List<Server> wanted, Progress progress) {
    site.ports().save(portsFile(site.home()));
    new Starting(site, registry, progress).run(wanted);
  }

  private ProcessState state(Server server) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    server.ports().forEach(port -> ports.put(port.variable(), site.port(port)));
    String data = server.data(site).toString();
    Optional<Long> pid = pid(server);
    if (pid.isEmpty()) {
      return new ProcessState(server.name(), "stopped", ports, null, null, data);
    }
    String state = server.isReady(site) ? "ready" : "starting";
    return new ProcessState(server.name(), state, ports, memory(server), pid.get(), data);
  }

  private Long memory(Server server) {
    List<OptionalLong> all = registry.all(server.name()).stream().map(Proc::memory).toList();
    return all.stream().allMatch(OptionalLong::isEmpty) ? null : (Long) all.stream().mapToLong(one -> one.orElse(0)).sum();
  }

  /** When a process started is known to the second. */
  private boolean isOutdated(Server server) {
    Optional<Instant> started = pid(server).flatMap(ProcessHandle::of).flatMap(process -> process.info().startInstant());
    return started.isPresent() && server.built(site).map(Suite::modified).filter(started.get().plusSeconds(2)::isBefore).isPresent();
  }

  private static Instant modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Long> pid(Server server) {
    return registry.find(server.name(), server::isMain);
  }

  private static Ports settled(Home home, Ports wanted, List<Server> servers) {
    ProcessRegistry registry = new ProcessRegistry(home);
    return Ports.load(portsFile(home))
        .filter(saved -> servers.stream().anyMatch(server -> registry.find(server.name(), server::isMain).isPresent()))
        .orElse(wanted);
  }

  private static Path portsFile(Home home) {
    return home.run().resolve("ports.properties");
  }
}
