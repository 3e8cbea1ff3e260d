package pms.processing.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import pms.kit.worker.Worker;
import pms.processing.render.EngineInfo;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** A picture of our own to rehearse with: a grey JPEG, of which every code word is a single zero, so that no painter is needed. */
final class Rehearsal {

  private static final int WIDE = 400;
  private static final int HIGH = 304;

  /** Start; one table for quantisation, all ones. */
  private static final String TABLE = "ffd8" + "ffdb004300" + "01".repeat(64);

  /** Its size and three components; two tables of one word each; where the words begin. */
  private static final String FRAME = "ffc0001108%04x%04x03011100021100031100".formatted(HIGH, WIDE);
  private static final String WORDS = "ffc4001400" + "01" + "00".repeat(16) + "ffc4001410" + "01" + "00".repeat(16);
  private static final String SCAN = "ffda000c03010002000300003f00";

  /** Two bits a block of 8 × 8, three components. */
  private static final int SCAN_BYTES = WIDE / 8 * (HIGH / 8) * 3 * 2 / 8;

  private static final long LIMIT = 64L << 20;
  private static final int QUALITY = 80;

  static Rendered hold(Worker worker, Path folder, EngineInfo engine) throws Unrenderable, IOException {
    Path place = Files.createTempDirectory(Files.createDirectories(folder), "rehearsal-");
    try {
      Path original = Files.write(place.resolve("original"), jpeg());
      RenderPlan plan =
          new RenderPlan(List.of(), RenderPlan.thumbnails(engine, QUALITY), LIMIT, LIMIT, Duration.ofSeconds(20));
      return WorkerPool.exchange(worker, original, place, plan);
    } finally {
      delete(place);
    }
  }

  static byte[] jpeg() {
    byte[] head = HexFormat.of().parseHex(TABLE + FRAME + WORDS + SCAN);
    return ByteBuffer.allocate(head.length + SCAN_BYTES + 2).put(head).putShort(head.length + SCAN_BYTES, (short) 0xFFD9).array();
  }

  private static void delete(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(place);
  }

  private Rehearsal() {}
}
