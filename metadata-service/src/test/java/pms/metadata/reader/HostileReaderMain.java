package pms.metadata.reader;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import pms.metadata.extract.Bytes;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Listing;

/** A worker whose reader was taken over: what it does is the type of the file; files of real types it reads. */
public final class HostileReaderMain {

  public static void main(String[] arguments) throws IOException {
    ReaderMain.serve(arguments, HostileReaderMain::read);
  }

  private static Extracted read(String type, Bytes file, Path excerpt) {
    return switch (type) {
      case "spin" -> spin();
      case "sleep" -> sleep();
      case "die" -> die();
      case "eat" -> eat(new ArrayList<>());
      case "recurse" -> recurse(0);
      case "much" -> new Extracted(Facts.unknown(List.of("read")), new Listing(Map.of("x", "x".repeat(Protocol.LARGEST_RESULT)), Map.of(), Map.of(), List.of()));
      case "try" -> Extracted.nothing(String.join(", ", tries(file)));
      default -> ReaderMain.read(type, file, excerpt);
    };
  }

  private static Extracted spin() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static Extracted sleep() {
    LockSupport.parkNanos(Long.MAX_VALUE);
    return sleep();
  }

  private static Extracted die() {
    Runtime.getRuntime().halt(7);
    return null;
  }

  private static Extracted eat(List<byte[]> eaten) {
    while (true) {
      eaten.add(new byte[1 << 20]);
    }
  }

  private static Extracted recurse(long depth) {
    return depth < 0 ? null : recurse(depth + 1).facts() == null ? null : recurse(depth + 2);
  }

  private static List<String> tries(Bytes file) {
    List<String> done = new ArrayList<>(List.of("done:"));
    attempt(done, "network", () -> new Socket().connect(new InetSocketAddress("127.0.0.1", 15432), 1000));
    attempt(done, "other file", () -> Files.readAllBytes(Path.of(new String(file.read(0, (int) file.length()), StandardCharsets.UTF_8))));
    attempt(done, "program", () -> new ProcessBuilder("/bin/true").start());
    if (System.getenv().keySet().stream().anyMatch(name -> name.startsWith("PMS_DB") || name.equals("HOME"))) {
      done.add("environment");
    }
    return done;
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void attempt(List<String> done, String name, Attempt attempt) {
    try {
      attempt.run();
      done.add(name);
    } catch (Exception | Error refused) {
      // What we want.
      done.remove(name);
    }
  }
}
