package pms.processing.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;
import pms.processing.vips.LibraryChoice;
import pms.processing.worker.WorkerCommand;
import pms.processing.worker.WorkerPool;

/**
 * Renders with the service's own workers, outside of the service, to be measured: for each line of its input it goes once
 * through a folder, and writes a line about it.
 */
public final class EngineRun {

  private static final long PIXELS = 400_000_000;
  private static final long MEMORY = 384L << 20;
  private static final Duration TIME = Duration.ofSeconds(20);
  private static final int PICTURES_EACH = 300;
  private static final int QUALITY = 80;

  private final WorkerPool workers;
  private final RenderPlan plan;
  private final Path out;

  private EngineRun(WorkerPool workers, Path out) {
    this.workers = workers;
    this.out = out;
    this.plan = new RenderPlan(
        List.of(),
        List.of(
            Output.shortSide("large", 1440, OutputFormat.JPEG, QUALITY), Output.shortSide("small", 250, OutputFormat.WEBP, QUALITY)),
        PIXELS,
        MEMORY,
        TIME);
  }

  /** @param arguments the number of threads and so of workers, a folder that holds all pictures, the library that came with the suite or nothing */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int threads = Integer.parseInt(arguments[0]);
    Path work = Path.of(arguments[1]);
    // Workers see this folder alone, so the renditions are written to one in it.
    Optional<Path> fetched = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
    LibraryChoice library = LibraryChoice.of(Optional.ofNullable(System.getenv("PMS_LIBVIPS")), fetched);
    WorkerCommand command = WorkerCommand.of(work, MEMORY, library);
    try (WorkerPool workers = new WorkerPool(command, threads, PICTURES_EACH);
        ExecutorService callers = Executors.newFixedThreadPool(threads);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      System.out.printf("{\"name\":\"%s %s\"}%n", workers.info().name(), workers.info().version());
      EngineRun run = new EngineRun(workers, work.resolve("ours"));
      for (String folder = in.readLine(); folder != null; folder = in.readLine()) {
        System.out.println(run.round(Path.of(folder), callers));
      }
    }
  }

  private String round(Path folder, ExecutorService callers) throws IOException, InterruptedException {
    List<Path> pictures;
    try (Stream<Path> files = Files.list(folder)) {
      pictures = files.sorted().toList();
    }
    long start = System.nanoTime();
    List<Future<Boolean>> done = new ArrayList<>();
    for (Path picture : pictures) {
      done.add(callers.submit(() -> render(picture)));
    }
    int sets = 0;
    for (Future<Boolean> each : done) {
      sets += finished(each) ? 1 : 0;
    }
    return "{\"sets\":" + sets + ",\"nanos\":" + (System.nanoTime() - start) + "}";
  }

  private static boolean finished(Future<Boolean> rendering) throws IOException, InterruptedException {
    try {
      return rendering.get();
    } catch (ExecutionException e) {
      throw new IOException("a picture could not be rendered", e.getCause());
    }
  }

  private boolean render(Path picture) throws IOException {
    Path folder = Files.createDirectories(out.resolve(picture.getFileName().toString()));
    try {
      Rendered rendered = workers.render(picture, folder, plan);
      Files.writeString(folder.resolve("hash.txt"), Base64.getEncoder().encodeToString(rendered.thumbhash()));
      return true;
    } catch (Unrenderable reason) {
      return false;
    }
  }
}
