package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestLibrary;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;
import pms.processing.vips.LibraryChoice;

/** The worker as the service starts it, with either engine. */
class RealWorkerTest {

  private static final byte[] PICTURE = TestPictures.jpeg(TestPictures.photograph(1600, 1200));

  @TempDir Path folder;
  private int count;

  @Test
  void without_a_library_java_renders() throws Exception {
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 192 << 20, LibraryChoice.NONE), 1, 100)) {
      assertThat(pool.info().name()).isEqualTo("ImageIO");
      assertThat(render(pool, PICTURE, OutputFormat.JPEG).files()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("pms.processing.render.TestLibrary#all")
  void with_a_library_every_format_is_written_within_the_limits(TestLibrary library) throws Exception {
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 384 << 20, library.choice()), 1, 100)) {
      assertThat(pool.info().name()).isEqualTo("libvips");
      for (OutputFormat format : pool.info().writes()) {
        Path file = render(pool, PICTURE, format).files().getFirst().path();
        assertThat(Files.probeContentType(file)).isIn(format.mediaType(), null);
        assertThat(file).isNotEmptyFile();
      }
    }
  }

  /** What is rehearsed with is a picture, too. */
  @ParameterizedTest
  @MethodSource("pms.processing.render.TestLibrary#all")
  void the_picture_of_rehearsals_is_grey(TestLibrary library) throws Exception {
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, 192 << 20, library.choice()), 1, 100)) {
      Rendered rendered = render(pool, Rehearsal.jpeg(), OutputFormat.JPEG);
      int pixel = javax.imageio.ImageIO.read(rendered.files().getFirst().path().toFile()).getRGB(120, 120);
      assertThat(List.of(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)).allMatch(part -> part > 100 && part < 180);
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
