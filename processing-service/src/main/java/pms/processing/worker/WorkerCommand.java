package pms.processing.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imgscalr.Scalr;
import pms.kit.worker.WorkerJvm;
import pms.processing.vips.LibraryChoice;

/**
 * How a worker is started that renders.
 *
 * @param main class with a main method that calls {@link WorkerMain#serve}
 * @param folder where the files of pictures are
 * @param memory bytes that a picture may take
 * @param library which libvips
 * @param environment beyond what every worker has
 */
public record WorkerCommand(
    String main, String classPath, Path folder, long memory, LibraryChoice library, Map<String, String> environment) {

  /** Beside the pixels: buffers of encoders, threads. */
  static final long ASIDE = 128L << 20;

  private static final long LARGEST_FILE = 256L << 20;

  /**
   * Large pictures stay off the disk. Memory of pixels stays for the next picture: to get it anew, page by page, took a tenth
   * of the time.
   */
  private static final Map<String, String> KEPT = Map.of(
      "VIPS_DISC_THRESHOLD", "100g",
      "MALLOC_MMAP_THRESHOLD_", "" + (32 << 20),
      "MALLOC_TRIM_THRESHOLD_", "" + (32 << 20));

  private static final List<String> OPTIONS = List.of("-Xss1m", "-Djava.awt.headless=true");

  public static WorkerCommand of(Path folder, long memory, LibraryChoice library) {
    String classPath = WorkerJvm.classPath(WorkerMain.class, Scalr.class);
    return new WorkerCommand(WorkerMain.class.getName(), classPath, folder, memory, library, Map.of());
  }

  /** @param lean for a native engine, which needs next to no heap */
  WorkerJvm jvm(boolean lean) {
    List<String> options = new ArrayList<>(OPTIONS);
    // Only the portable engine works in Java: it wants the better compiler and room for pixels.
    options.addAll(lean
        ? List.of("-Xms8m", "-Xmx64m", "-XX:TieredStopAtLevel=1")
        : List.of("-Xmx" + ((memory >> 20) + 64) + "m"));
    Map<String, String> all = new HashMap<>(KEPT);
    all.putAll(environment);
    return new WorkerJvm(main, classPath, folder, memory + ASIDE, LARGEST_FILE, options, library.words(), all);
  }
}
