package pms.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one suite keeps everything: data, logs, and who runs. Unpacked servers are shared by all suites of a clone.
 *
 * @param root the clone: where the sources and the services' built jars are
 * @param folder {@code .pms} of the clone for development, another for tests
 */
public record Home(Path root, Path folder) {

  /** The development suite's: {@code .pms} in the clone, or {@code PMS_HOME}. */
  public static Home development() {
    String chosen = System.getenv("PMS_HOME");
    Path root = here();
    return new Home(root, chosen == null ? root.resolve(".pms") : Path.of(chosen).toAbsolutePath().normalize());
  }

  /** Of the servers that tests start when no others are given; they are left running for the next module's tests. */
  public static Home tests() {
    return at(development().folder.resolve("test"));
  }

  /** A suite of its own, kept apart from every other. */
  public static Home at(Path folder) {
    return new Home(here(), folder.toAbsolutePath().normalize());
  }

  public Path data(String process) {
    return folder.resolve("data").resolve(process);
  }

  public Path log(String process) {
    return folder.resolve("logs").resolve(process + ".log");
  }

  public Path run() {
    return folder.resolve("run");
  }

  /** Where Maven put the servers' archives (module platform/servers). */
  public Path archives() {
    return root.resolve(".pms/archives");
  }

  /** Where they are unpacked, once for every version. */
  public Path servers() {
    return root.resolve(".pms/servers");
  }

  /** Forgets everything this suite remembers; nothing may be running. */
  public void forget() {
    Stream.of("data", "run", "logs").map(folder::resolve).forEach(Home::delete);
  }

  /** Deletes a folder with everything in it; symbolic links are removed, not followed. */
  public static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file whole or not at all, so that a launcher killed in between leaves no half of one. */
  public static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path draft = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
      Files.writeString(draft, text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that exists from now on. */
  public static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path here() {
    return Stream.of(System.getProperty("pms.root"), System.getenv("PMS_ROOT"), System.getProperty("user.dir"))
        .filter(Objects::nonNull)
        .map(start -> above(Path.of(start).toAbsolutePath().normalize()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new PlatformException("No PMS clone found here or above: set PMS_ROOT to its folder."));
  }

  private static Optional<Path> above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("platform/servers/pom.xml"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
