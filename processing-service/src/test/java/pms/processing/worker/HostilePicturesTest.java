package pms.processing.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.processing.render.Engines;
import pms.processing.render.GuardedEngine;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.TestPictures;
import pms.processing.render.Unrenderable;

/** H1: files damaged in every way, in the processes that have to bear it: each ends shown or with a reason, and soon. */
class HostilePicturesTest {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final BufferedImage SCENE = TestPictures.photograph(160, 120);
  private static final int EACH = 24;
  private static final int[] EXTREMES = {0, 1, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, -1};

  @TempDir static Path folder;

  private static WorkerPool pool;
  private static Map<String, byte[]> seeds;
  private static int count;

  @BeforeAll
  static void start() throws Exception {
    pool = new WorkerPool(WorkerCommand.of(folder, 192 << 20, Engines.library()), 2, 10_000);
    seeds = seeds();
  }

  @AfterAll
  static void stop() {
    pool.close();
  }

  private static Map<String, byte[]> seeds() throws Exception {
    Map<String, byte[]> all = new TreeMap<>(Map.of(
        "baseline", TestPictures.withOrientation(TestPictures.jpeg(SCENE), 6, true),
        "progressive", TestPictures.jpeg(SCENE, true),
        "ink", TestPictures.cmykJpeg(64, 64, 9, 99, 199, 9),
        "png", TestPictures.png(SCENE),
        "gif", TestPictures.gif(SCENE),
        "bmp", TestPictures.encoded("bmp", SCENE),
        "tiff", TestPictures.encoded("tiff", SCENE)));
    for (OutputFormat format : pool.info().writes()) {
      Rendered written = render(all.get("png"), format).orElseThrow();
      all.put(format.name(), Files.readAllBytes(written.files().getFirst().path()));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(strings = {"flipped", "cut", "measured", "spliced"})
  void a_damaged_file_is_shown_or_has_a_reason(String how) throws Exception {
    List<Future<Optional<Rendered>>> results = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      for (String seed : seeds.keySet()) {
        Random random = new Random((how + seed).hashCode());
        for (int i = 0; i < EACH; i++) {
          byte[] file = damaged(how, seeds.get(seed), random);
          results.add(callers.submit(() -> render(file, OutputFormat.JPEG)));
        }
      }
    }
    for (Future<Optional<Rendered>> result : results) {
      assertThat(result.get()).isNotNull();
    }
    assertThat(render(seeds.get("baseline"), OutputFormat.JPEG)).as("the next picture").isPresent();
  }

  /** H4: whatever a decoder makes of damage, it is made of the file and of nothing that was in memory before. */
  @Test
  void damage_looks_the_same_in_every_memory() throws Exception {
    Engines.vips();
    List<byte[]> files = new ArrayList<>();
    Random random = new Random(4);
    seeds.forEach((_, seed) -> {
      files.add(damaged("cut", seed, random));
      files.add(damaged("flipped", seed, random));
    });
    List<List<String>> looks = new ArrayList<>();
    for (String fill : List.of("1", "90", "170", "255")) {
      WorkerCommand real = WorkerCommand.of(folder, 192 << 20, Engines.library());
      try (WorkerPool filled = new WorkerPool(
          new WorkerCommand(real.main(), real.classPath(), folder, real.memory(), real.library(), Map.of("MALLOC_PERTURB_", fill)), 1, 1000)) {
        looks.add(looks(filled, files));
      }
    }
    assertThat(looks).allMatch(look -> look.equals(looks.getFirst()));
  }

  private static List<String> looks(WorkerPool pool, List<byte[]> files) throws IOException {
    List<String> looks = new ArrayList<>();
    for (byte[] file : files) {
      Path place = place();
      try {
        Rendered rendered = pool.render(Files.write(place.resolve("original"), file), place, plan(OutputFormat.PNG));
        looks.add(Arrays.hashCode(Files.readAllBytes(rendered.files().getFirst().path())) + rendered.perceptualHash());
      } catch (Unrenderable reason) {
        looks.add(reason.getMessage());
      }
    }
    return looks;
  }

  private static byte[] damaged(String how, byte[] seed, Random random) {
    return switch (how) {
      case "flipped" -> flipped(seed.clone(), random);
      case "cut" -> Arrays.copyOf(seed, seed.length * random.nextInt(64) / 64);
      case "measured" -> measured(seed.clone(), random);
      default -> spliced(seed, random);
    };
  }

  /** Half of them where lengths and sizes are. */
  private static byte[] flipped(byte[] file, Random random) {
    for (int flip = 1 + random.nextInt(8); flip > 0; flip--) {
      int range = random.nextBoolean() ? Math.min(200, file.length) : file.length;
      file[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  /** A number of two or four bytes becomes an extreme one. */
  private static byte[] measured(byte[] file, Random random) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int at = 4 + random.nextInt(Math.min(300, file.length) - 8);
    int value = EXTREMES[random.nextInt(EXTREMES.length)];
    return random.nextBoolean() ? bytes.putInt(at, value).array() : bytes.putShort(at, (short) value).array();
  }

  /** How it begins, then how another one of any kind goes on. */
  private static byte[] spliced(byte[] seed, Random random) {
    List<byte[]> all = List.copyOf(seeds.values());
    byte[] other = all.get(random.nextInt(all.size()));
    int head = 12 + random.nextInt(seed.length - 12);
    int from = random.nextInt(other.length);
    byte[] spliced = Arrays.copyOf(seed, head + other.length - from);
    System.arraycopy(other, from, spliced, head, other.length - from);
    return spliced;
  }

  /** Empty if it has a reason. */
  private static Optional<Rendered> render(byte[] file, OutputFormat format) throws IOException {
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

  private static synchronized Path place() throws IOException {
    return Files.createDirectory(folder.resolve("picture" + count++));
  }
}
