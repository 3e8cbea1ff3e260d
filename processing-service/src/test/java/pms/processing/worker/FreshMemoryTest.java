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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pms.kit.worker.TimeLimit;
import pms.kit.worker.WorkerDied;
import pms.kit.worker.Workers;
import pms.processing.render.EngineInfo;
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
 * H4: what a decoder makes of damage it makes of the file and of nothing that was in memory before. A damaged file of each kind
 * that is shown all the same is decoded twenty times, each time by a process of its own whose memory is filled with another byte.
 */
class FreshMemoryTest {

  private static final int TIMES = 20;
  private static final long MEMORY = 192 << 20;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final RenderPlan PLAN = new RenderPlan(
      List.of(), List.of(Output.shortSide("small", 100, OutputFormat.PNG, 80)), 4_000_000, 64 << 20, LIMIT);

  @TempDir Path folder;

  private int count;

  /** Another one has to pass the same test. */
  TestLibrary library() {
    return TestLibrary.fetched();
  }

  /** Of the seeds, those whose decoders are looked at. */
  List<String> kinds() {
    return List.of("jpeg progressive", "gif", "png interlaced");
  }

  @Test
  void a_damaged_file_looks_the_same_in_twenty_fresh_memories() throws Exception {
    Map<String, byte[]> files = telling();
    assertThat(files).as("damaged and shown").isNotEmpty();
    Map<String, List<Future<String>>> looks = new LinkedHashMap<>();
    List<Workers<EngineInfo>> children = IntStream.range(0, TIMES).mapToObj(time -> children(1 + time * 254 / (TIMES - 1))).toList();
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      files.forEach((name, file) -> {
        List<Future<String>> all = new ArrayList<>();
        children.forEach(child -> all.add(callers.submit(() -> look(child, file))));
        looks.put(name, all);
      });
    } finally {
      children.forEach(Workers::close);
    }
    for (Map.Entry<String, List<Future<String>>> all : looks.entrySet()) {
      Set<String> seen = all.getValue().stream().map(Future::resultNow).collect(Collectors.toSet());
      assertThat(seen).as(all.getKey()).hasSize(1);
    }
  }

  /** Each is started for one file and ends with it. */
  private Workers<EngineInfo> children(int fill) {
    WorkerCommand real = WorkerCommand.of(folder, MEMORY, library().choice());
    WorkerCommand filled = new WorkerCommand(
        real.main(), real.classPath(), folder, MEMORY, real.library(), Map.of("MALLOC_PERTURB_", "" + fill));
    return new Workers<>(filled.jvm(true), Protocol::readInfo, new Workers.Terms(2, 1, Optional.of(LIMIT)));
  }

  private String look(Workers<EngineInfo> child, byte[] file) throws IOException {
    Path place = place();
    Path original = Files.write(place.resolve("original"), file);
    try {
      return look(child.<Rendered, Unrenderable>ask(
          new TimeLimit(LIMIT, LIMIT.multipliedBy(3)), worker -> WorkerPool.exchange(worker, original, place, PLAN)));
    } catch (Unrenderable | WorkerDied failed) {
      return failed.getMessage();
    }
  }

  private static String look(Rendered rendered) throws IOException {
    return Arrays.hashCode(Files.readAllBytes(rendered.files().getFirst().path())) + " " + rendered.perceptualHash();
  }

  /** Of each kind the first damaged file that is shown, and not as it was. */
  private Map<String, byte[]> telling() throws IOException {
    Map<String, byte[]> telling = new LinkedHashMap<>();
    try (WorkerPool pool = new WorkerPool(WorkerCommand.of(folder, MEMORY, library().choice()), 1, 10_000)) {
      Map<String, byte[]> seeds = seeds(pool);
      for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
        String sound = look(pool, seed.getValue());
        Random random = new Random(4);
        for (int i = 0; i < 60 && !telling.containsKey(seed.getKey()); i++) {
          byte[] file = HostileSeeds.damaged(i % 2 == 0 ? "cut" : "flipped", seed.getValue(), seeds, random);
          String look = look(pool, file);
          if (!look.endsWith(".") && !look.equals(sound)) {
            telling.put(seed.getKey(), file);
          }
        }
      }
    }
    return telling;
  }

  private Map<String, byte[]> seeds(WorkerPool pool) throws IOException {
    Map<String, byte[]> all = HostileSeeds.all();
    Map<String, byte[]> seeds = new LinkedHashMap<>();
    if (pool.info().reads().contains("HEIC")) {
      HeicFiles.of(TestPictures.photograph(640, 480), folder).ifPresent(heic -> seeds.put("heic", heic));
    }
    kinds().forEach(name -> seeds.put(name, all.get(name)));
    return seeds;
  }

  private String look(WorkerPool pool, byte[] file) throws IOException {
    Path place = place();
    try {
      return look(pool.render(Files.write(place.resolve("original"), file), place, PLAN));
    } catch (Unrenderable reason) {
      return reason.getMessage();
    }
  }

  private synchronized Path place() throws IOException {
    return Files.createDirectory(folder.resolve("picture" + count++));
  }
}
