package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import pms.e2e.client.Answer;
import pms.e2e.client.Arrival;
import pms.e2e.client.PmsClient;
import pms.e2e.demo.Terminal;
import pms.e2e.sample.TestPictures;

/** How fast a picture goes all the way, alone and in a crowd, and what everything weighs when idle. */
final class PipelineBench implements Bench.Measurement {
  /** What a suite that was just started needs to come up to speed; what that costs is in the table of the demo. */
  private static final int WARM_UP = 20;
  private static final int ALONE = 20;
  private static final int CROWD = 200;
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Override
  public List<String> run(Session session) throws IOException, InterruptedException {
    PmsClient user = session.user();
    Terminal terminal = session.terminal();
    List<Memory> memory = Memory.ofTheSuite();
    List<Arrival> alone = alone(user, terminal);
    Duration crowd = crowd(user, terminal);
    forget(user);
    terminal.done();
    return table(alone, crowd, memory);
  }

  private List<Arrival> alone(PmsClient user, Terminal terminal)
      throws IOException, InterruptedException {
    byte[] picture = TestPictures.camera(7);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < WARM_UP + ALONE; i++) {
      terminal.progress(
          "One picture of " + picture.length / 1_000_000 + " MB at a time", i, WARM_UP + ALONE);
      String name = "bench-" + UUID.randomUUID().toString().substring(0, 8) + ".jpg";
      byte[] bytes = TestPictures.renewed(picture, name);
      Arrival arrival =
          Arrival.of(user, name, () -> user.upload(bytes, name, "image/jpeg"), INTERVAL, PATIENCE);
      if (arrival.failure().isPresent()) {
        throw new IOException("A picture did not arrive: " + arrival.problem());
      }
      if (i >= WARM_UP) arrivals.add(arrival);
    }
    terminal.done();
    return arrivals;
  }

  /** From the first byte of the first of many small pictures until the last is ready. */
  private Duration crowd(PmsClient user, Terminal terminal)
      throws IOException, InterruptedException {
    List<byte[]> pictures = java.util.stream.LongStream.range(0, CROWD)
        .mapToObj(i -> TestPictures.jpeg(System.nanoTime() + i))
        .toList();
    terminal.progress("Many small pictures", 0, CROWD);
    long start = System.nanoTime();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(8, Thread.ofVirtual().factory())) {
      List<Future<Answer>> answers = pictures.stream()
          .map(bytes -> workers.submit(() -> user.upload(bytes, "crowd.jpg", "image/jpeg")))
          .toList();
      for (Future<Answer> answer : answers) accepted(answer);
    }
    long ready = 0;
    while ((ready = ready(user)) < CROWD) {
      terminal.progress("Many small pictures", (int) ready, CROWD);
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IOException("Only " + ready + " of " + CROWD + " pictures are ready after "
            + PATIENCE.toSeconds() + " s");
      }
      Thread.sleep(50);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static void accepted(Future<Answer> answer) throws IOException, InterruptedException {
    try {
      if (!answer.get().ok()) throw new IOException("An upload was refused: " + answer.get());
    } catch (ExecutionException e) {
      throw new IOException("An upload failed", e.getCause());
    }
  }

  private static long ready(PmsClient user) throws IOException, InterruptedException {
    long ready = 0;
    for (JsonNode image : everything(user)) {
      boolean counts = image.path("fileName").asText().equals("crowd.jpg");
      if (counts && image.path("state").asText().equals("ready")) {
        ready++;
      }
    }
    return ready;
  }

  private static List<JsonNode> everything(PmsClient user)
      throws IOException, InterruptedException {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = user.get("/api/images?limit=100" + cursor).json();
      page.path("items").forEach(found::add);
      cursor = page.path("next").isTextual()
          ? "&before=" + PmsClient.encoded(page.path("next").asText())
          : null;
    } while (cursor != null);
    return found;
  }

  private static void forget(PmsClient user) throws IOException, InterruptedException {
    for (JsonNode image : everything(user)) {
      user.delete("/api/images/" + image.path("id").asText() + "?purge=true");
    }
  }

  private static List<String> table(List<Arrival> alone, Duration crowd, List<Memory> memory) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format(
        "%-44s %11s %11s %11s",
        "one camera JPEG, " + ALONE + " after " + WARM_UP + ", idle machine", "median", "p95", "slowest"));
    lines.add(new Figures(alone.stream().map(Arrival::acknowledged).toList())
        .row("  POST → acknowledged"));
    lines.add(
        new Figures(alone.stream().map(Arrival::ready).toList()).row("  POST → thumbnails ready"));
    lines.add(
        new Figures(alone.stream().map(Arrival::searchable).toList()).row("  POST → searchable"));
    lines.add(
        new Figures(alone.stream().map(PipelineBench::complete).toList()).row("  POST → both"));
    lines.add("");
    lines.add(String.format(
        Locale.ROOT,
        "%-44s %8.1f /s  (%.1f s)",
        CROWD + " small pictures, 8 at once, until ready",
        CROWD / (crowd.toMillis() / 1000.0),
        crowd.toMillis() / 1000.0));
    lines.add("");
    lines.add("memory before the load (proportional set size)");
    memory.forEach(process -> lines.add(process.row()));
    lines.add(new Memory("everything", memory.stream().mapToLong(Memory::bytes).sum()).row());
    lines.add("");
    return lines;
  }

  private static Duration complete(Arrival arrival) {
    return arrival.ready().compareTo(arrival.searchable()) > 0
        ? arrival.ready()
        : arrival.searchable();
  }
}
