package pms.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pms.platform.process.Endings;
import pms.platform.process.ProcessRegistry;
import pms.platform.server.Server;

/** Stops processes, each when nobody needs it any more; what does not end in time is killed, and so is what it left behind. */
final class Stopping {

  private final ProcessRegistry registry;
  private final Progress progress;
  private final Tasks tasks = new Tasks();
  private final Instant begin = Instant.now();

  Stopping(ProcessRegistry registry, Progress progress) {
    this.registry = registry;
    this.progress = progress;
  }

  void run(List<Server> servers) {
    tasks.run(
        servers,
        server -> {
          tasks.awaitAll(servers.stream().filter(other -> other.needs().contains(server.name())).map(Server::name).toList());
          stop(server);
        });
  }

  private void stop(Server server) {
    List<Long> pids = registry.all(server.name());
    if (!pids.isEmpty()) {
      Optional<Long> main = registry.find(server.name(), server::isMain);
      main.ifPresentOrElse(pid -> Endings.signal(pid, server.stopSignal()), () -> pids.forEach(pid -> Endings.signal(pid, "TERM")));
      boolean killed = !Endings.awaitGone(pids);
      Endings.kill(registry.all(server.name()));
      progress.stopped(server, Duration.between(begin, Instant.now()), killed);
    }
    registry.forget(server.name());
  }
}
