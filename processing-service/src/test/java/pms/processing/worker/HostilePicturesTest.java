package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import pms.processing.render.GuardedEngine;
import pms.processing.render.HeicFiles;
import pms.processing.render.HostileSeeds;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestLibrary;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;

/**
 * H1: files damaged in every way, in the processes that have to bear it: each ends shown or with a reason, and soon. With
 * {@code -Dpms.hostile.each=500} there are a hundred thousand of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostilePicturesTest {

  static final List<String> WAYS = HostileSeeds.WAYS;

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int EACH = Integer.getInteger("pms.hostile.each", 6);
  private static final int FILLS = 4;

  @TempDir static Path folder;

  private WorkerPool pool;
  private Map<String, byte[]> seeds;
  private int count;

  /** Another one has to pass the same tests. */
  TestLibrary library() {
    return TestLibrary.fetched();
  }

  @BeforeAll
  void start() throws Exception {
    pool = new WorkerPool(WorkerCommand.of(folder, 192 << 20, library().choice()), 2, 10_000);
    seeds = HostileSeeds.all();
    byte[] picture = seeds.get("png");
    for (OutputFormat format : pool.info().writes()) {
      Rendered written = render(picture, format).orElseThrow();
      seeds.put("written " + format, Files.readAllBytes(written.files().getFirst().path()));
    }
    if (pool.info().reads().contains("HEIC")) {
      HeicFiles.of(TestPictures.photograph(640, 480), folder).ifPresent(heic -> seeds.put("heic", heic));
    }
  }

  @AfterAll
  void stop() {
    pool.close();
  }

  @ParameterizedTest
  @FieldSource("WAYS")
  void a_damaged_file_is_shown_or_has_a_reason(String how) throws Exception {
    Map<String, Future<Optional<Rendered>>> results = new LinkedHashMap<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      seeds.forEach((name, seed) -> {
        Random random = new Random((how + name).hashCode());
        for (int i = 0; i < EACH; i++) {
          byte[] file = HostileSeeds.damaged(how, seed, seeds, random);
          results.put(how + " " + name + " " + i, callers.submit(() -> render(file, OutputFormat.JPEG)));
        }
      });
    }
    assertThat(seeds).hasSizeGreaterThan(36);
    for (Map.Entry<String, Future<Optional<Rendered>>> result : results.entrySet()) {
      assertThat(result.getValue()).as(result.getKey()).succeedsWithin(LIMIT);
    }
    assertThat(render(seeds.get("jpeg turned"), OutputFormat.JPEG)).as("the next picture").isPresent();
  }

  /** H4: whatever a decoder makes of damage, it is made of the file and of nothing that was in memory before; see {@code FreshMemoryTest}. */
  @Test
  void damage_looks_the_same_in_every_memory() throws Exception {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Random random = new Random(4);
    seeds.forEach((name, seed) -> {
      for (String how : List.of("cut", "flipped")) {
        files.put(how + " " + name, HostileSeeds.damaged(how, seed, seeds, random));
      }
    });
    // A decoder of frames has most to leave out.
    byte[] heic = seeds.getOrDefault("heic", new byte[0]);
    for (int i = 0; i < heic.length && i < 60; i++) {
      files.put("heic " + i, HostileSeeds.withFlippedPixels(heic, random));
    }
    List<Map<String, String>> looks = new ArrayList<>();
    // Every other one of the bytes that memory can be filled with, from 1 to 255.
    for (int fill : IntStream.range(0, FILLS).map(i -> 1 + i * 254 / (FILLS - 1)).toArray()) {
      WorkerCommand real = WorkerCommand.of(folder, 192 << 20, library().choice());
      try (WorkerPool filled = new WorkerPool(
          new WorkerCommand(real.main(), real.classPath(), folder, real.memory(), real.library(), Map.of("MALLOC_PERTURB_", "" + fill)), 1, 1000)) {
        looks.add(looks(filled, files));
      }
    }
    assertThat(looks).allSatisfy(look -> assertThat(look).isEqualTo(looks.getFirst()));
  }

  private Map<String, String> looks(WorkerPool pool, Map<String, byte[]> files) throws IOException {
    Map<String, String> looks = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = place();
      try {
        Rendered rendered = pool.render(Files.write(place.resolve("original"), file.getValue()), place, plan(OutputFormat.PNG));
        looks.put(file.getKey(), Arrays.hashCode(Files.readAllBytes(rendered.files().getFirst().path())) + rendered.perceptualHash());
      } catch (Unrenderable reason) {
        looks.put(file.getKey(), reason.getMessage());
      }
    }
    return looks;
  }

  /** Empty if it has a reason. */
  private Optional<Rendered> render(byte[] file, OutputFormat format) throws IOException {
    Path place = place();
    try {
      return Optional.of(new GuardedEngine(pool).render(Files.write(place.resolve("original"), file), place, plan(format)));
    } catch (Unrenderable reason) {
      assertThat(reason.getMessage()).matches("(?s)[A-Z].*\\.").doesNotContain("stopped the program");
      return Optional.empty();
    }
  }

  private static RenderPlan plan(OutputFormat format) {
    return new RenderPlan(List.of(), List.of(Output.shortSide("small", 100, format, 80)), 4_000_000, 64 << 20, LIMIT);
  }

  private synchronized Path place() throws IOException {
    return Files.createDirectory(folder.resolve("picture" + count++));
  }
}
