package pms.metadata.reader;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.jboss.logging.Logger;
import pms.contracts.TakenAt;
import pms.kit.worker.WorkerJvm;

/** How a worker is started that reads metadata: with a small heap and a small stack, which is all that a real picture needs. */
public final class ReaderCommand {

  /** Bytes beside what the JVM reserves when it starts. */
  private static final long MEMORY = 192L << 20;

  /** Excerpts are as long as their originals, though they take little room; a TIFF ends at four gigabytes. */
  private static final long LARGEST_FILE = 4L << 30;

  /** Reflection by calls of the JVM itself: to make faster ones takes longer than they would ever save here. */
  private static final List<String> OPTIONS =
      List.of("-Xms8m", "-Xmx64m", "-Xss512k", "-XX:TieredStopAtLevel=1", "-Djdk.reflect.useNativeAccessorOnly=true");

  /** @param folder where excerpts of originals are */
  public static WorkerJvm of(Path folder) {
    return of(folder, ReaderMain.class);
  }

  /** @param main calls {@link ReaderMain#serve} */
  static WorkerJvm of(Path folder, Class<?> main) {
    String classPath =
        WorkerJvm.classPath(
            main, ReaderMain.class, TakenAt.class, Imaging.class, IOUtils.class, StringUtils.class, Logger.class);
    return new WorkerJvm(main.getName(), classPath, folder, MEMORY, LARGEST_FILE, OPTIONS, List.of(), Map.of());
  }

  private ReaderCommand() {}
}
