package pms.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import pms.platform.process.Endings;
import pms.platform.process.PortOwner;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.Server;

/** Starts what does not run, each process as soon as those it needs are ready. */
final class Starting {

  private static final int LAST_WORDS = 12;

  private final Site site;
  private final ProcessRegistry registry;
  private final Progress progress;
  private final Tasks tasks = new Tasks();
  private final Instant begin = Instant.now();

  Starting(Site site, ProcessRegistry registry, Progress progress) {
    this.site = site;
    this.registry = registry;
    this.progress = progress;
  }

  void run(List<Server> servers) {
    Set<Server> missing = servers.stream().filter(server -> !runs(server)).collect(Collectors.toSet());
    refuseTakenPorts(servers.stream().filter(missing::contains).toList());
    tasks.run(servers, server -> start(server, missing.contains(server)));
  }

  private void start(Server server, boolean missing) {
    server.install(site);
    tasks.awaitAll(server.needs());
    if (missing) {
      Endings.kill(registry.all(server.name())); // workers that outlived their main process
      registry.start(server.name(), server.launch(site));
    }
    awaitReady(server);
    server.furnish(site);
    progress.ready(site, server, Duration.between(begin, Instant.now()), !missing);
  }

  private void awaitReady(Server server) {
    Instant limit = Instant.now().plus(server.patience());
    while (!server.isReady(site)) {
      if (!runs(server)) {
        throw new PlatformException(server.name() + " ended while starting. " + lastWords(server));
      }
      if (Instant.now().isAfter(limit)) {
        throw new PlatformException(server.name() + " does not answer (./pms restart " + server.name() + "). " + lastWords(server));
      }
      Endings.pause();
    }
  }

  private boolean runs(Server server) {
    return registry.find(server.name(), server::isMain).isPresent();
  }

  private void refuseTakenPorts(List<Server> missing) {
    List<String> conflicts =
        missing.stream()
            .flatMap(server -> server.ports().stream())
            .map(port -> PortOwner.conflict(port, site.port(port)))
            .flatMap(Optional::stream)
            .toList();
    if (!conflicts.isEmpty()) {
      throw new PlatformException(String.join("\n", conflicts));
    }
  }

  private String lastWords(Server server) {
    Path log = site.home().log(server.name());
    try {
      List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
      return "The end of " + log + ":\n  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
