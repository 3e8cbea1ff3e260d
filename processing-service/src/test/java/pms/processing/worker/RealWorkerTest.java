package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.processing.render.Engines;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;

/** The worker as the service starts it, with either engine. */
class RealWorkerTest {

  private static final byte[] PICTURE = TestPictures.jpeg(TestPictures.photograph(1600, 1200));

  @TempDir Path folder;
  private int count;

  @Test
  void without_a_library_java_renders() throws Exception {
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 192 << 20, Optional.empty()), 1, 100)) {
      assumeTrue(pool.info().name().equals("ImageIO"), "skipped: this machine has a libvips of its own");
      assertThat(render(pool, PICTURE, OutputFormat.JPEG).files()).hasSize(1);
    }
  }

  @Test
  void with_a_library_every_format_is_written_within_the_limits() throws Exception {
    Engines.vips();
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 384 << 20, Engines.library()), 1, 100)) {
      assertThat(pool.info().name()).isEqualTo("libvips");
      for (OutputFormat format : pool.info().writes()) {
        Path file = render(pool, PICTURE, format).files().getFirst().path();
        assertThat(Files.probeContentType(file)).isIn(format.mediaType(), null);
        assertThat(file).isNotEmptyFile();
      }
    }
  }

  /** H4: what a decoder shows must not depend on what was in its memory before. */
  @Test
  void a_damaged_picture_looks_the_same_in_every_memory() throws Exception {
    Engines.vips();
    byte[] damaged = PICTURE.clone();
    java.util.Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 200, (byte) 0x5A);
    List<Object> results = new ArrayList<>();
    for (String fill : List.of("1", "85", "170", "255")) {
      WorkerCommand real = WorkerCommand.of(folder, 384 << 20, Engines.library());
      WorkerCommand filled = new WorkerCommand(
          real.main(), real.classPath(), folder, real.memory(), real.library(), Map.of("MALLOC_PERTURB_", fill));
      try (WorkerPool pool = new WorkerPool(filled, 1, 100)) {
        results.add(outcome(pool, damaged));
      }
    }
    assertThat(results).allMatch(result -> result.equals(results.getFirst()));
  }

  private Object outcome(WorkerPool pool, byte[] file) throws Exception {
    try {
      byte[] bytes = Files.readAllBytes(render(pool, file, OutputFormat.PNG).files().getFirst().path());
      return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (Unrenderable reason) {
      return reason.getMessage();
    }
  }

  private Rendered render(WorkerPool pool, byte[] file, OutputFormat format) throws Exception {
    Path place = Files.createDirectory(folder.resolve("picture" + count++));
    List<Operation> steps = List.of(new Operation.Rotate(3), new Operation.Adjust(10, 10, 10));
    List<Output> outputs = List.of(Output.shortSide("small", 250, format, 60));
    boolean edits = !pool.info().name().equals("ImageIO");
    RenderPlan plan =
        new RenderPlan(edits ? steps : List.of(), outputs, 100_000_000, 192 << 20, Duration.ofSeconds(30));
    return pool.render(Files.write(place.resolve("original"), file), place, plan);
  }
}
