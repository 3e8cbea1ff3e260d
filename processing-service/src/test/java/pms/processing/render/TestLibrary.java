package pms.processing.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import pms.processing.vips.LibraryChoice;
import pms.processing.vips.VipsEngine;
import pms.processing.worker.WorkerCommand;
import pms.processing.worker.WorkerPool;

/** A libvips that tests render with: the one that was fetched for the suite, and the machine's own where it has one. */
public record TestLibrary(String name, LibraryChoice choice) {

  private static final String NONE = "skipped: no libvips is here (./pms fetch brings it)";
  private static final TestLibrary OF_THE_MACHINE = new TestLibrary("of the machine", LibraryChoice.OF_THE_MACHINE);

  /** Skips the test where it is not. */
  public static TestLibrary fetched() {
    Optional<Path> file = file();
    Assumptions.assumeTrue(file.isPresent(), NONE);
    return new TestLibrary("fetched", LibraryChoice.ofFetched(file.orElseThrow()));
  }

  /** Only where {@link #machineHasOne}. */
  public static TestLibrary ofTheMachine() {
    return OF_THE_MACHINE;
  }

  public static boolean machineHasOne() {
    return Machine.WORKERS.isPresent();
  }

  /** Each that is here; the test is skipped where there is none. */
  public static Stream<TestLibrary> all() {
    Stream<TestLibrary> fetched = file().map(_ -> fetched()).stream();
    List<TestLibrary> all = Stream.concat(fetched, Stream.of(OF_THE_MACHINE).filter(_ -> machineHasOne())).toList();
    Assumptions.assumeFalse(all.isEmpty(), NONE);
    return all.stream();
  }

  /** The fetched one in this process. The other one in workers, since a process has better one libvips only. */
  PixelEngine engine() {
    return equals(OF_THE_MACHINE) ? Machine.WORKERS.orElseThrow() : InProcess.of(choice);
  }

  /** Of the fetched one. */
  public static Optional<Path> file() {
    return Stream.of(System.getenv("PMS_HOME"), System.getProperty("pms.root", "..") + "/.pms")
        .filter(Objects::nonNull)
        .map(home -> Path.of(home, "servers"))
        .filter(Files::isDirectory)
        .flatMap(TestLibrary::under)
        .findFirst();
  }

  /** Names tests. */
  @Override
  public String toString() {
    return name;
  }

  private static Stream<Path> under(Path servers) {
    try (Stream<Path> files = Files.find(servers, 2, (file, _) -> file.getFileName().toString().startsWith("libvips-cpp."))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started once for all tests of this process, with which they end. */
  private static final class Machine {

    static final Optional<WorkerPool> WORKERS = start();

    private static Optional<WorkerPool> start() {
      Path folder = Path.of(System.getProperty("java.io.tmpdir"));
      WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 384 << 20, LibraryChoice.OF_THE_MACHINE), 1, 1000);
      if (pool.info().name().equals("libvips")) {
        return Optional.of(pool);
      }
      pool.close();
      return Optional.empty();
    }
  }

  private static final class InProcess {

    private static VipsEngine engine;

    static synchronized VipsEngine of(LibraryChoice choice) {
      if (engine == null) {
        engine = VipsEngine.load(choice).orElseThrow();
      }
      return engine;
    }
  }
}
