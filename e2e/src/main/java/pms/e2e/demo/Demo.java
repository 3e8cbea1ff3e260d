package pms.e2e.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pms.e2e.client.Addresses;
import pms.e2e.client.Arrival;
import pms.e2e.client.PmsClient;
import pms.e2e.client.Tokens;
import pms.e2e.sample.SamplePictures;
import pms.platform.Home;

/**
 * {@code ./pms demo [FOLDER]}: imports pictures as alice and shows what happened to each. {@code --paint} only paints the sample
 * pictures, which can be done while the servers start.
 */
public final class Demo {
  private static final int AT_ONCE = 4;
  /** Each holds a whole picture. */
  private static final int PAINTERS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final Duration INTERVAL = Duration.ofMillis(80);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final PmsClient alice;
  private final Terminal terminal;

  private Demo(PmsClient alice, Terminal terminal) {
    this.alice = alice;
    this.terminal = terminal;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Terminal terminal = new Terminal(System.out);
    boolean paintOnly = arguments.length > 0 && arguments[0].equals("--paint");
    List<Path> files = arguments.length == 0 || paintOnly
        ? samples(terminal)
        : PictureFiles.in(Path.of(arguments[0]));
    if (paintOnly) return;
    if (files.isEmpty()) {
      terminal.line("No pictures found in " + arguments[0] + " (looked for "
          + PictureFiles.extensions() + ").");
      System.exit(1);
    }
    Addresses addresses = Addresses.from(System.getenv());
    try (HttpClient http = HttpClient.newBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .version(HttpClient.Version.HTTP_1_1)
        .build()) {
      PmsClient alice =
          new PmsClient(http, addresses, new Tokens(http, addresses, "alice", "alice")).patient();
      boolean allArrived = new Demo(alice, terminal).run(files);
      terminal.lines(Farewell.lines(addresses));
      System.exit(allArrived ? 0 : 1);
    }
  }

  /** Painted the first time, on every core, and kept for the next. */
  private static List<Path> samples(Terminal terminal) throws IOException, InterruptedException {
    Path folder = Home.development().folder().resolve("samples");
    List<Path> files = new ArrayList<>();
    try (ExecutorService painters = Executors.newFixedThreadPool(PAINTERS)) {
      List<Future<Path>> painted = SamplePictures.all().stream()
          .map(picture -> painters.submit(() -> picture.in(folder)))
          .toList();
      for (Future<Path> each : painted) {
        if (!each.isDone()) terminal.progress("Painting sample pictures", files.size(), painted.size());
        files.add(each.get());
      }
    } catch (ExecutionException e) {
      throw new IOException("A sample picture could not be painted", e.getCause());
    }
    terminal.done();
    return files;
  }

  private boolean run(List<Path> files) throws IOException, InterruptedException {
    if (!reachable()) return false;
    Table table = new Table();
    terminal.progress("Importing as alice", 0, files.size());
    try (ExecutorService workers =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<Arrival>> arrivals =
          files.stream().map(file -> workers.submit(() -> bring(file))).toList();
      for (int i = 0; i < files.size(); i++) {
        table.add(files.get(i), arrival(arrivals.get(i)));
        terminal.progress("Importing as alice", i + 1, files.size());
      }
    }
    terminal.done();
    terminal.lines(table.lines());
    return table.allArrived();
  }

  private boolean reachable() throws InterruptedException {
    try {
      alice.get("/api/me");
      return true;
    } catch (IOException e) {
      terminal.line("The suite does not answer at " + alice.addresses().gateway() + " ("
          + e.getMessage() + "). Start it with ./pms up.");
      return false;
    }
  }

  private Arrival bring(Path file) throws IOException, InterruptedException {
    return Arrival.of(
        alice,
        file.getFileName().toString(),
        () -> alice.upload(file, PictureFiles.type(file)),
        INTERVAL,
        PATIENCE);
  }

  private static Arrival arrival(Future<Arrival> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      return new Arrival(
          null, false, null, null, null, null, String.valueOf(e.getCause().getMessage()));
    }
  }
}
