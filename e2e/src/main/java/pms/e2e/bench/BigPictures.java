package pms.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.demo.Terminal;
import pms.e2e.sample.PhonePictures;
import pms.e2e.sample.TestPictures;

/** What processing-service and its workers weigh while two pictures of 100 megapixels and a stream from phones are in work. */
final class BigPictures {
  private static final String SERVICE = "processing";
  private static final int PHONES = 24;
  private static final int AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final Path work;
  private final Terminal terminal;

  BigPictures(Path work, Terminal terminal) {
    this.work = work;
    this.terminal = terminal;
  }

  List<String> run(PmsClient user) throws IOException, InterruptedException {
    terminal.line("Two pictures of 100 megapixels and " + PHONES + " of phones, through the service …");
    Path large = PhonePictures.hundredMegapixels(work.resolve("large.jpg"), work.resolve("plain/phone-0.jpg"));
    Memory before = Memory.of(SERVICE);
    AtomicLong most = new AtomicLong(before.bytes());
    AtomicBoolean over = new AtomicBoolean();
    Thread watch = Thread.ofPlatform().start(() -> watch(most, over));
    long start = System.nanoTime();
    List<String> images = new ArrayList<>();
    try {
      images.addAll(send(user, large));
      await(user, images);
    } finally {
      over.set(true);
      watch.join();
      for (String image : images) {
        user.delete("/api/images/" + image + "?purge=true");
      }
    }
    return List.of(
        "",
        "memory of processing-service and its workers (proportional set size)",
        before.row("  before"),
        new Memory(SERVICE, most.get()).row(String.format(Locale.ROOT,
            "  2 × 102 megapixels (%d MB each) and %d phone pictures in work, %.1f s", Files.size(large) / 1_000_000, PHONES,
            (System.nanoTime() - start) / 1e9)) + "   [800]",
        "");
  }

  /** The large ones first, so that the others come while they are in work. */
  private List<String> send(PmsClient user, Path large) throws IOException, InterruptedException {
    byte[] huge = Files.readAllBytes(large);
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (int i = 0; i < 2 + PHONES; i++) {
        byte[] picture = i < 2 ? huge : Files.readAllBytes(work.resolve("phones/phone-" + i % 7 + ".jpg"));
        String name = "big-" + i + ".jpg";
        answers.add(senders.submit(() -> user.upload(TestPictures.renewed(picture, name), name, "image/jpeg")));
      }
    }
    List<String> images = new ArrayList<>();
    for (Future<Answer> answer : answers) {
      images.add(accepted(answer));
    }
    return images;
  }

  private static String accepted(Future<Answer> answer) throws IOException, InterruptedException {
    try {
      if (!answer.get().ok()) throw new IOException("An upload was refused: " + answer.get().reason());
      return answer.get().json().path("id").asText();
    } catch (ExecutionException e) {
      throw new IOException("An upload failed", e.getCause());
    }
  }

  private static void await(PmsClient user, List<String> images) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (String image : images) {
      String state = "processing";
      while (state.equals("processing") || state.isEmpty()) {
        if (System.nanoTime() > end) throw new IOException("Not all pictures are ready after " + PATIENCE.toSeconds() + " s");
        state = user.get("/api/images/" + image).json().path("state").asText();
        if (!state.equals("ready")) Thread.sleep(INTERVAL);
      }
      if (!state.equals("ready")) throw new IOException("A picture ended as " + state);
    }
  }

  private static void watch(AtomicLong most, AtomicBoolean over) {
    while (!over.get()) {
      most.accumulateAndGet(Memory.of(SERVICE).bytes(), Math::max);
      LockSupport.parkNanos(INTERVAL.toNanos());
    }
  }
}
