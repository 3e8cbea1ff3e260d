package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.worker.WorkerDied;
import pms.processing.render.EngineInfo;
import pms.processing.render.GuardedEngine;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.PixelEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;
import pms.processing.vips.LibraryChoice;

/** H6, H9, H10, H11: what a picture can do that has taken over its decoder. */
class WorkerPoolTest {

  private static final byte[] PICTURE = TestPictures.jpeg(TestPictures.scene(800, 600));
  private static final RenderPlan PLAN = plan(Duration.ofSeconds(20));

  @TempDir static Path folder;
  @TempDir static Path elsewhere;

  private static WorkerPool pool;
  private static int count;

  @BeforeAll
  static void start() {
    pool = new WorkerPool(hostile(), 2, 1000);
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static WorkerCommand hostile() {
    WorkerCommand real = WorkerCommand.of(folder, 192 << 20, LibraryChoice.NONE);
    String tests = Path.of(URI.create(HostileMain.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
    return new WorkerCommand(
        HostileMain.class.getName(), real.classPath() + File.pathSeparator + tests, folder, real.memory(), real.library(), Map.of());
  }

  private static RenderPlan plan(Duration limit) {
    List<Output> outputs = List.of(Output.shortSide("small", 250, OutputFormat.JPEG, 80));
    return new RenderPlan(List.of(), outputs, 100_000_000, 192 << 20, limit);
  }

  private static synchronized Path place() throws IOException {
    return Files.createDirectory(folder.resolve("picture" + count++));
  }

  private static Rendered render(byte[] file, RenderPlan plan) throws Unrenderable, IOException {
    Path place = place();
    return pool.render(Files.write(place.resolve("original"), file), place, plan);
  }

  private static Rendered render(String deed) throws Unrenderable, IOException {
    return render(deed.getBytes(java.nio.charset.StandardCharsets.UTF_8), PLAN);
  }

  @Test
  void a_picture_is_rendered_in_another_process() throws Exception {
    Rendered rendered = render(PICTURE, PLAN);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(800, 600);
    assertThat(rendered.files()).singleElement().satisfies(file -> assertThat(file.path()).isNotEmptyFile());
    assertThat(rendered.perceptualHash()).matches("[0-9a-f]{16}");
  }

  /** H9: each attempt has its answer; on Linux every one of them is no. */
  @Test
  void a_decoder_that_was_taken_over_reaches_nothing() throws Exception {
    EngineInfo info = pool.info();
    assertThat(info.guards()).contains("own process");
    assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: the sandbox is one of Linux");
    assertThat(info.guards())
        .contains("memory", "processor time", "file size", "own folder only", "no network", "no programs", "no other processes");
    Path canary = Files.writeString(elsewhere.resolve("canary"), "secret");
    assertThatThrownBy(() -> render("try " + canary)).isInstanceOf(Unrenderable.class).hasMessage("");
    assertThat(elsewhere.resolve("canary.new")).doesNotExist();
  }

  /** H6: on a busy machine the wall clock may come before the processor's. */
  @ParameterizedTest
  @CsvSource({"spin,[13] seconds", "sleep,3 seconds"})
  void a_decoder_that_hangs_is_ended_and_its_place_is_free(String how, String told) throws Exception {
    RenderPlan hurried = plan(Duration.ofSeconds(1));
    assertThatThrownBy(() -> render(how.getBytes(), hurried)).isInstanceOf(Unrenderable.class).hasMessageMatching(".* longer than " + told + "\\.");
    assertThat(render(PICTURE, PLAN).files()).hasSize(1);
  }

  /** H10, H11. */
  @ParameterizedTest
  @ValueSource(strings = {"die", "crash", "half"})
  void a_decoder_that_dies_takes_nothing_with_it(String how) throws Exception {
    assertThatThrownBy(() -> render(how)).isInstanceOf(WorkerDied.class);
    assertThatThrownBy(() -> {
      Path place = place();
      new GuardedEngine(pool).render(Files.writeString(place.resolve("original"), how), place, PLAN);
    }).isInstanceOf(Unrenderable.class).hasMessageContaining("three times");
    assertThat(render(PICTURE, PLAN).files()).hasSize(1);
  }

  /** H10, H11: nor is the worker that says so any more. */
  @Test
  void renditions_that_are_not_there_are_not_believed() {
    assertThatThrownBy(() -> render("nothing")).isInstanceOf(WorkerDied.class).hasMessageContaining("small.jpg");
  }

  @Test
  void what_a_worker_says_is_made_plain() {
    assertThatThrownBy(() -> render("shout")).isInstanceOf(Unrenderable.class).message().hasSize(1000).doesNotContain("\0", "\n", "\r").startsWith("Why");
  }

  /** H10. */
  @Test
  void neighbours_are_not_delayed() throws Exception {
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      Future<Rendered> hanging = callers.submit(() -> render("sleep".getBytes(), plan(Duration.ofSeconds(4))));
      for (int i = 0; i < 5; i++) {
        assertThat(render(PICTURE, PLAN).files()).hasSize(1);
        assertThat(hanging.isDone()).isFalse();
      }
      assertThatThrownBy(hanging::get).hasCauseInstanceOf(Unrenderable.class);
    }
  }

  @Test
  void a_worker_is_replaced_after_its_share() throws Exception {
    try (WorkerPool own = new WorkerPool(hostile(), 1, 2)) {
      for (int i = 0; i < 5; i++) {
        Path place = place();
        Rendered rendered = own.render(Files.write(place.resolve("original"), PICTURE), place, PLAN);
        assertThat(rendered.files()).hasSize(1);
      }
    }
  }

  @Test
  void what_is_no_worker_is_refused() {
    WorkerCommand wrong = new WorkerCommand("no.such.Main", "nowhere", folder, 1 << 20, LibraryChoice.NONE, Map.of());
    assertThatThrownBy(() -> new WorkerPool(wrong, 1, 1).close())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no worker could be started");
  }

  /** H10: whatever happens while a picture waits for its turn is not its fault. */
  @Test
  void a_picture_that_waits_is_not_counted() throws Exception {
    try (WorkerPool own = new WorkerPool(hostile(), 1, 100)) {
      CountDownLatch atWork = new CountDownLatch(1);
      CountDownLatch over = new CountDownLatch(1);
      FutureTask<Rendered> first = new FutureTask<>(() -> guarded(own, () -> {
        atWork.countDown();
        hold(over);
      }));
      AtomicInteger counted = new AtomicInteger();
      FutureTask<Rendered> second = new FutureTask<>(() -> guarded(own, counted::incrementAndGet));
      Thread.ofPlatform().start(first);
      atWork.await();
      Thread waiting = Thread.ofPlatform().start(second);
      await().atMost(Duration.ofSeconds(60)).until(() -> waiting.getState() == Thread.State.WAITING || second.isDone());
      assertThat(counted).hasValue(0);
      over.countDown();
      assertThat(second.get().files()).hasSize(1);
      assertThat(first.get().files()).hasSize(1);
      assertThat(counted).hasValue(1);
    }
  }

  @Test
  void a_picture_that_is_refused_beforehand_leaves_no_worker_in_disorder() throws Exception {
    try (WorkerPool own = new WorkerPool(hostile(), 1, 100)) {
      assertThatThrownBy(() -> guarded(own, () -> {
        throw new Unrenderable("enough");
      })).isInstanceOf(Unrenderable.class).hasMessage("enough");
      assertThat(guarded(own, () -> {}).files()).hasSize(1);
    }
  }

  private static Rendered guarded(WorkerPool own, PixelEngine.Beforehand beforehand) throws Unrenderable, IOException {
    Path place = place();
    return new GuardedEngine(own).render(Files.write(place.resolve("original"), PICTURE), place, PLAN, beforehand);
  }

  private static void hold(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
