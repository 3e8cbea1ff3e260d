package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** H5, H6: a picture harms nobody but itself. */
class GuardedEngineTest {

  private static final Path NOWHERE = Path.of("nowhere");
  private static final Rendered DONE = new Rendered(1, 1, new byte[0], "0".repeat(16), List.of());
  private static final RenderPlan PLAN = plan(Duration.ofSeconds(20));

  @Test
  void running_out_of_memory_or_stack_is_a_failure_of_that_picture() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    GuardedEngine guarded = guard(1, () -> {
      switch (calls.incrementAndGet()) {
        case 1 -> throw new OutOfMemoryError("test");
        case 2 -> throw new StackOverflowError("test");
        case 3 -> throw new IllegalStateException("test");
        default -> {
          return DONE;
        }
      }
    });
    assertThatThrownBy(() -> guarded.render(NOWHERE, NOWHERE, PLAN)).isInstanceOf(Unrenderable.class).hasMessageContaining("memory");
    assertThatThrownBy(() -> guarded.render(NOWHERE, NOWHERE, PLAN)).isInstanceOf(Unrenderable.class).hasMessageContaining("nested");
    assertThatThrownBy(() -> guarded.render(NOWHERE, NOWHERE, PLAN)).isInstanceOf(Unrenderable.class).hasMessageContaining("damaged");
    assertThat(guarded.render(NOWHERE, NOWHERE, PLAN)).isSameAs(DONE);
  }

  @Test
  void a_full_disk_is_not_the_picture_s_fault() {
    GuardedEngine guarded = guard(1, () -> {
      throw new IOException("No space left on device");
    });
    assertThatThrownBy(() -> guarded.render(NOWHERE, NOWHERE, PLAN)).isInstanceOf(IOException.class);
  }

  @Test
  void a_decoder_that_hangs_is_given_up_and_its_slot_is_free() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    GuardedEngine guarded = guard(1, () -> {
      if (calls.incrementAndGet() == 1) {
        never.await();
      }
      return DONE;
    });
    RenderPlan hurried = plan(Duration.ofMillis(50));
    assertThatThrownBy(() -> guarded.render(NOWHERE, NOWHERE, hurried)).isInstanceOf(Unrenderable.class).hasMessageContaining("longer than");
    assertThat(guarded.render(NOWHERE, NOWHERE, PLAN)).isSameAs(DONE);
  }

  @Test
  void no_more_pictures_at_a_time_than_there_are_slots() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    GuardedEngine guarded = guard(2, () -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      both.await(10, TimeUnit.SECONDS);
      inside.decrementAndGet();
      return DONE;
    });
    try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
      List<Future<Rendered>> all =
          callers.invokeAll(Collections.nCopies(6, () -> guarded.render(NOWHERE, NOWHERE, PLAN)));
      for (Future<Rendered> each : all) {
        assertThat(each.get()).isSameAs(DONE);
      }
    }
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void two_pictures_that_do_not_fit_together_wait_for_each_other() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    PixelEngine large = engine(60 << 20, () -> {
      started.countDown();
      go.await();
      return DONE;
    });
    GuardedEngine guarded = new GuardedEngine(large, 2, 100 << 20);
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      Future<Rendered> first = callers.submit(() -> guarded.render(NOWHERE, NOWHERE, PLAN));
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      Future<Rendered> second = callers.submit(() -> guarded.render(NOWHERE, NOWHERE, PLAN));
      assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      go.countDown();
      assertThat(first.get()).isSameAs(DONE);
      assertThat(second.get()).isSameAs(DONE);
    }
  }

  @Test
  void a_suspicious_picture_runs_alone() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    GuardedEngine guarded = guard(2, () -> {
      started.countDown();
      go.await();
      return DONE;
    });
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      Future<Rendered> normal = callers.submit(() -> guarded.render(NOWHERE, NOWHERE, PLAN));
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      AtomicInteger counted = new AtomicInteger();
      Future<Rendered> alone =
          callers.submit(() -> guarded.render(NOWHERE, NOWHERE, PLAN, true, counted::incrementAndGet));
      assertThatThrownBy(() -> alone.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
      assertThat(counted).hasValue(0);
      go.countDown();
      assertThat(normal.get()).isSameAs(DONE);
      assertThat(alone.get()).isSameAs(DONE);
      assertThat(counted).hasValue(1);
    }
  }

  private interface Work {
    Rendered run() throws Exception;
  }

  private static RenderPlan plan(Duration limit) {
    return new RenderPlan(List.of(), List.of(Output.full("test", OutputFormat.JPEG, 80)), 1000, 1000, limit);
  }

  private static GuardedEngine guard(int pictures, Work work) {
    return new GuardedEngine(engine(1000, work), pictures, 100 << 20);
  }

  private static PixelEngine engine(long memory, Work work) {
    return new PixelEngine() {
      @Override
      public EngineInfo info() {
        return new EngineInfo("test", "1", List.of(), List.of());
      }

      @Override
      public long memory(Path original, RenderPlan plan) {
        return memory;
      }

      @Override
      public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
        try {
          return work.run();
        } catch (Unrenderable | IOException | RuntimeException expected) {
          throw expected;
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }
}
