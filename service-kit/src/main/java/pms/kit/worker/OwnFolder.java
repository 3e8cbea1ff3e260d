package pms.kit.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Where a process keeps files while its workers have them in work: a folder of its own, beside those of other processes. */
public final class OwnFolder {

  private static final Logger LOG = Logger.getLogger(OwnFolder.class);

  private final Path parent;
  private final String prefix;

  /** @param prefix of the folder's name, which ends with the number of the process */
  public OwnFolder(Path parent, String prefix) {
    this.parent = parent;
    this.prefix = prefix;
  }

  /** Perhaps not there yet. */
  public Path path() {
    return parent.resolve(prefix + ProcessHandle.current().pid());
  }

  /** A crash leaves its folder behind; the next start on this machine clears it away, before there is any work. */
  public void clearLeftovers() throws IOException {
    Files.createDirectories(parent);
    try (Stream<Path> folders = Files.list(parent)) {
      for (Path folder : folders.filter(this::isLeftover).toList()) {
        delete(folder);
      }
    }
    // In a container every process has the same number, so what is in our own place now is an earlier one's. The folder
    // itself stays: workers are bound to it.
    try (Stream<Path> left = Files.list(Files.createDirectories(path()))) {
      left.forEach(this::delete);
    }
  }

  /** What cannot be deleted now is deleted at the next start. */
  public void delete(Path folder) {
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
    if (!name.startsWith(prefix) || !name.substring(prefix.length()).matches("\\d{1,18}")) {
      return false;
    }
    long process = Long.parseLong(name.substring(prefix.length()));
    return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
  }
}
