package pms.processing.worker;

import com.twelvemonkeys.image.ImageUtil;
import com.twelvemonkeys.imageio.ImageReaderBase;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.io.FileUtil;
import com.twelvemonkeys.lang.Validate;
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

  static final long LARGEST_FILE = 256L << 20;

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
    // The reader of WebP, and the jars it stands on.
    String classPath = WorkerJvm.classPath(
        WorkerMain.class, Scalr.class, WebPImageReaderSpi.class, ImageReaderBase.class, Directory.class, Validate.class, FileUtil.class,
        ImageUtil.class);
    return new WorkerCommand(WorkerMain.class.getName(), classPath, folder, memory, library, Map.of());
  }

  /** @param lean for a native engine, which needs next to no heap, except where Java has to read what it cannot */
  WorkerJvm jvm(boolean lean) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Xmx" + ((memory >> 20) + 64) + "m");
    if (lean) {
      // The better compiler is for the portable engine only; what the heap has grown by for one picture goes with it.
      options.addAll(List.of("-Xms8m", "-XX:TieredStopAtLevel=1", "-XX:-ShrinkHeapInSteps"));
    }
    Map<String, String> all = new HashMap<>(KEPT);
    all.putAll(environment);
    return new WorkerJvm(main, classPath, folder, memory + ASIDE, LARGEST_FILE, options, library.words(), all);
  }
}
