package pms.e2e.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import pms.platform.process.Proc;

/** A program that goes through a folder of pictures for each line it is sent, and is measured meanwhile with all it started. */
final class Contestant implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TICKS = 100;
  private static final int INTERVAL = 200;

  private final Process process;
  private final BufferedReader in;
  private final BufferedWriter out;
  private final String name;

  /**
   * Once through the folder.
   *
   * @param cpu seconds of all its processes; 0 where the system does not tell
   * @param memory most bytes seen of all its processes, shared pages counted once
   */
  record Round(int sets, double seconds, double cpu, long memory) {
    double perSecond() {
      return sets / seconds;
    }
  }

  /** Errors go where the bench's own go. */
  Contestant(Path folder, List<String> command) throws IOException {
    process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    in = process.inputReader(StandardCharsets.UTF_8);
    out = process.outputWriter(StandardCharsets.UTF_8);
    name = answer().path("name").asText();
  }

  String name() {
    return name;
  }

  Round round(String line) throws IOException, InterruptedException {
    double before = cpu();
    AtomicBoolean over = new AtomicBoolean();
    long[] most = {0};
    Thread watch = Thread.ofPlatform().start(() -> {
      while (!over.get()) {
        most[0] = Math.max(most[0], memory());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(INTERVAL));
      }
    });
    try {
      out.write(line + "\n");
      out.flush();
      JsonNode answer = answer();
      double after = cpu();
      return new Round(answer.path("sets").asInt(), answer.path("nanos").asLong() / 1e9, after - before, most[0]);
    } finally {
      over.set(true);
      watch.join();
    }
  }

  private JsonNode answer() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new EOFException("it ended instead of answering");
    }
    return JSON.readTree(line);
  }

  private Stream<Long> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).map(ProcessHandle::pid);
  }

  private long memory() {
    return processes().mapToLong(pid -> Proc.memory(pid).orElse(0)).sum();
  }

  /** Also of those that have ended, which their parent has inherited. */
  private double cpu() {
    return processes().mapToDouble(Contestant::cpu).sum();
  }

  private static double cpu(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(11, 12, 13, 14).mapToLong(field -> Long.parseLong(fields[field])).sum() / TICKS;
    } catch (IOException ended) {
      return 0; // or another system
    }
  }

  @Override
  public void close() throws IOException {
    // Both end with their input.
    out.close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
