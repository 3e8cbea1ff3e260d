package pms.platform.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import pms.platform.Home;
import pms.platform.PlatformException;

/**
 * Starts processes so that they outlive the launcher, and finds them again: by the record in {@code run/NAME.json}, and if that
 * is lost or stale, by the marks every one of them carries (its environment, or for programs that overwrite that, its program
 * file and working folder).
 */
public final class ProcessRegistry {

  private static final String HOME = "PMS_HOME";
  private static final String NAME = "PMS_PROCESS";
  private static final Set<String> OVERWRITE_ENVIRONMENT = Set.of("postgres", "redis-server");
  private static final long LOG_LIMIT = 10_000_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Home home;

  public ProcessRegistry(Home home) {
    this.home = home;
  }

  /** Starts a process, detached from this one and from the terminal, its output in the log of that name. */
  public long start(String name, Launch launch) {
    save(ProcessRecord.intended(name));
    ProcessBuilder builder = new ProcessBuilder(detached(launch.command()));
    builder.directory(Home.folder(launch.folder()).toFile());
    CleanEnvironment.into(builder.environment(), launch.environment());
    builder.environment().putAll(Map.of(HOME, home.folder().toString(), NAME, name, "MALLOC_ARENA_MAX", "2"));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(freshLog(name).toFile()));
    try {
      long pid = builder.start().pid();
      remember(name, pid);
      return pid;
    } catch (IOException e) {
      throw new PlatformException("Cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /** The main process of that name, if it runs. */
  public Optional<Long> find(String name, Predicate<String> isMain) {
    Optional<ProcessRecord> record = load(name);
    if (record.filter(ProcessRecord::isRunning).isPresent()) {
      return record.map(ProcessRecord::pid);
    }
    Optional<Long> found = all(name).stream().filter(pid -> isMain.test(Proc.command(pid).orElse(""))).findFirst();
    found.ifPresent(pid -> remember(name, pid));
    return found;
  }

  /** Every process of that name: the main one, its launcher, its workers. */
  public List<Long> all(String name) {
    List<Long> found = new ArrayList<>(Proc.pids().stream().filter(pid -> isMarked(pid, name)).toList());
    load(name).filter(ProcessRecord::isRunning).map(ProcessRecord::pid).filter(pid -> !found.contains(pid)).ifPresent(found::addFirst);
    return found;
  }

  public void remember(String name, long pid) {
    Proc.started(pid).ifPresent(started -> save(new ProcessRecord(name, pid, started)));
  }

  public void forget(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isMarked(long pid, String name) {
    if (Proc.variable(pid, NAME).filter(name::equals).isPresent()) {
      return Proc.variable(pid, HOME).filter(home.folder().toString()::equals).isPresent();
    }
    return Proc.program(pid).map(Path::getFileName).map(Path::toString).filter(OVERWRITE_ENVIRONMENT::contains).isPresent()
        && Proc.folder(pid).filter(folder -> folder.startsWith(home.data(name))).isPresent();
  }

  /** In a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
  private static List<String> detached(List<String> command) {
    List<String> whole = new ArrayList<>(List.of(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "setsid" : "nohup"));
    whole.addAll(command);
    return whole;
  }

  private Path freshLog(String name) {
    Path log = home.log(name);
    Home.folder(log.getParent());
    try {
      if (Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS) && Files.size(log) > LOG_LIMIT) {
        Files.move(log, log.resolveSibling(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return log;
  }

  private Optional<ProcessRecord> load(String name) {
    if (!Files.exists(file(name))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file(name).toFile(), ProcessRecord.class));
    } catch (IOException e) {
      return Optional.empty(); // an unreadable record is a lost one: the marks still find the process
    }
  }

  private void save(ProcessRecord record) {
    try {
      Home.write(file(record.name()), JSON.writeValueAsString(record));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String name) {
    return home.run().resolve(name + ".json");
  }
}
