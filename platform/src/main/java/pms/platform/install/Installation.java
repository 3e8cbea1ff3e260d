package pms.platform.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import pms.platform.Home;
import pms.platform.PlatformException;

/**
 * The unpacked servers of a clone. Each is unpacked once under a name that holds its version, by whoever comes first, and appears
 * whole or not at all; any number of launchers may ask at the same time.
 */
public record Installation(Home home) {

  private static final Map<Path, ReentrantLock> IN_THIS_PROCESS = new ConcurrentHashMap<>();

  /** The folder of that name; filled first if it is not there yet. */
  public Path of(String name, Filling filling) {
    Path folder = home.servers().resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    ReentrantLock lock = IN_THIS_PROCESS.computeIfAbsent(folder, key -> new ReentrantLock());
    lock.lock();
    try (FileChannel file = lockFile(name);
        var _ = file.lock()) {
      if (!Files.isDirectory(folder)) {
        fill(name, folder, filling);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /** The archive whose file name starts and ends like this, as Maven put it there. */
  public Path archive(String start, String end) {
    if (Files.isDirectory(home.archives())) {
      try (Stream<Path> files = Files.list(home.archives())) {
        var found = files.filter(file -> matches(file, start, end)).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new PlatformException("%s…%s is not in %s: run ./pms fetch.".formatted(start, end, home.archives()));
  }

  private static boolean matches(Path file, String start, String end) {
    String name = file.getFileName().toString();
    return name.startsWith(start) && name.endsWith(end);
  }

  private FileChannel lockFile(String name) throws IOException {
    Path file = Home.folder(home.servers()).resolve("." + name + ".lock");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void fill(String name, Path folder, Filling filling) throws IOException {
    Path draft = home.servers().resolve("." + name + ".new");
    Home.delete(draft);
    Files.createDirectories(draft);
    filling.into(draft);
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Puts everything into an empty folder, which gets its final name afterwards. */
  public interface Filling {
    void into(Path folder) throws IOException;
  }
}
