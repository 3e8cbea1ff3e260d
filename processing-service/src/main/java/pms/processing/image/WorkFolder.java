package pms.processing.image;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import pms.processing.Places;
import pms.processing.ProcessingConfig;

/** Where pictures lie while they are rendered: a folder for each process, and in it one for each picture. */
@ApplicationScoped
class WorkFolder {

  private static final Logger LOG = Logger.getLogger(WorkFolder.class);
  private static final String PREFIX = Places.PREFIX;

  private final Path parent;
  private final Path own;

  WorkFolder(ProcessingConfig config) {
    this.own = Places.own(config);
    this.parent = own.getParent();
  }

  /** A crash leaves its folder behind; the next start on this machine clears it away, before the first event comes. */
  void clearLeftovers(@Observes @Priority(1) StartupEvent starting) throws IOException {
    Files.createDirectories(parent);
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.filter(this::isLeftover).toList()) {
        delete(folder);
      }
    }
    clearOwn();
  }

  /** In a container every process has the same number, so what is in our own place now is an earlier one's. */
  private void clearOwn() throws IOException {
    // The folder itself stays: workers are bound to it.
    try (Stream<Path> left = Files.list(Files.createDirectories(own))) {
      left.forEach(this::delete);
    }
  }

  Path make() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(own), "picture-");
  }

  /** What cannot be deleted now is deleted at the next start. */
  void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warnf("cannot delete %s yet: %s", folder, e);
    }
  }

  private boolean isLeftover(Path folder) {
    String name = folder.getFileName().toString();
    if (!name.matches(PREFIX + "\\d{1,18}")) {
      return false;
    }
    long process = Long.parseLong(name.substring(PREFIX.length()));
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
  }
}
