package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.WorkerJvm;
import pms.kit.worker.Workers;
import pms.processing.render.EngineInfo;
import pms.processing.render.TestLibrary;
import pms.processing.render.Operation;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;

/** What large pictures need of the worker that the service starts. */
class LargePicturesTest {

  private static final long MEMORY = 384 << 20;
  private static final Duration TIME = Duration.ofSeconds(60);

  @TempDir Path folder;

  /** Of twelve million pixels, as phones make them; its last two bytes are missing, and the library gives it up. */
  @Test
  void what_only_java_can_read_is_edited_too() throws Exception {
    TestLibrary.fetched();
    byte[] whole = TestPictures.jpeg(TestPictures.scene(4032, 3024));
    Path place = Files.createDirectories(folder.resolve("turned"));
    Path cut = Files.write(place.resolve("original"), Arrays.copyOf(whole, whole.length - 2));
    Output small = Output.shortSide("small", 250, OutputFormat.JPEG, 80);
    try (WorkerPool pool = new WorkerPool(command(), 1, 100)) {
      Rendered rendered = pool.render(cut, place, plan(List.of(new Operation.Rotate(90)), small));
      assertThat(List.of(rendered.width(), rendered.height())).containsExactly(3024, 4032);
    }
  }

  @Test
  void a_file_beyond_the_limit_is_refused_with_the_reason() throws Exception {
    byte[] picture = TestPictures.jpeg(TestPictures.photograph(800, 600));
    Path place = Files.createDirectories(folder.resolve("large"));
    Path original = Files.write(place.resolve("original"), picture);
    RenderPlan plan = plan(List.of(), Output.full("file", OutputFormat.PNG, 92));
    try (Workers<EngineInfo> workers =
        new Workers<>(withFilesOf(10_000), Protocol::readInfo, new Workers.Terms(1, 100, Optional.empty()))) {
      assertThatThrownBy(() -> workers.<Rendered, Unrenderable>ask(
              new TimeLimit(TIME, TIME), worker -> WorkerPool.exchange(worker, original, place, plan)))
          .isInstanceOf(Unrenderable.class)
          .hasMessageContaining("more than 256 MiB");
    }
  }

  private WorkerJvm withFilesOf(long bytes) {
    WorkerJvm real = command().jvm(true);
    return new WorkerJvm(
        real.main(), real.classPath(), real.folder(), real.memory(), bytes, real.options(), real.arguments(), real.environment());
  }

  private WorkerCommand command() {
    return WorkerCommand.of(folder, MEMORY, TestLibrary.fetched().choice());
  }

  private static RenderPlan plan(List<Operation> edit, Output output) {
    return new RenderPlan(edit, List.of(output), 400_000_000, MEMORY, TIME);
  }
}
