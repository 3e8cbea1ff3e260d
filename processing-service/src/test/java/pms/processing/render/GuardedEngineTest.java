package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pms.kit.worker.WorkerDied;

/** H10: a picture that stops its worker has three tries. */
class GuardedEngineTest {

  private static final Path NOWHERE = Path.of("nowhere");
  private static final Rendered DONE = new Rendered(1, 1, new byte[0], "0".repeat(16), List.of());
  private static final RenderPlan PLAN =
      new RenderPlan(List.of(), List.of(Output.full("test", OutputFormat.JPEG, 80)), 1000, 1000, Duration.ofSeconds(1));

  private final AtomicInteger begun = new AtomicInteger();

  @Test
  void what_stopped_its_worker_by_chance_is_rendered_at_the_next_try() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    GuardedEngine engine = guard(() -> {
      if (calls.incrementAndGet() < 3) {
        throw new WorkerDied("test");
      }
      return DONE;
    });
    assertThat(engine.render(NOWHERE, NOWHERE, PLAN, begun::incrementAndGet)).isSameAs(DONE);
    assertThat(begun).hasValue(3);
  }

  @Test
  void what_stops_every_worker_is_given_up_after_three() {
    GuardedEngine engine = guard(() -> {
      throw new WorkerDied("test");
    });
    assertThatThrownBy(() -> engine.render(NOWHERE, NOWHERE, PLAN, begun::incrementAndGet))
        .isInstanceOf(Unrenderable.class)
        .hasMessage("The picture could not be processed: it stopped the program three times.");
    assertThat(begun).hasValue(3);
  }

  @Test
  void a_try_may_be_refused_beforehand() {
    GuardedEngine engine = guard(() -> DONE);
    assertThatThrownBy(() -> engine.render(NOWHERE, NOWHERE, PLAN, () -> {
      throw new Unrenderable("enough");
    })).hasMessage("enough");
  }

  @Test
  void a_full_disk_is_neither_tried_again_nor_the_picture_s_fault() {
    GuardedEngine engine = guard(() -> {
      throw new IOException("No space left on device");
    });
    assertThatThrownBy(() -> engine.render(NOWHERE, NOWHERE, PLAN, begun::incrementAndGet)).isInstanceOf(IOException.class);
    assertThat(begun).hasValue(1);
  }

  private interface Work {
    Rendered run() throws Unrenderable, IOException;
  }

  private static GuardedEngine guard(Work work) {
    return new GuardedEngine(new PixelEngine() {
      @Override
      public EngineInfo info() {
        return new EngineInfo("test", "1", List.of(), List.of());
      }

      @Override
      public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
        return work.run();
      }
    });
  }
}
