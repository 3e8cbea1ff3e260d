package pms.processing.worker;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pms.processing.render.EngineInfo;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.render.PixelEngine;
import pms.processing.render.PortableEngine;
import pms.processing.render.RenderPlan;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;
import pms.processing.vips.Natives;

/** A worker as an attacker would have it: what it does is the text of the file it is given; any other file is rendered. */
public final class HostileMain {

  public static void main(String[] arguments) throws IOException {
    WorkerMain.serve(arguments, new Hostile());
  }

  private static final class Hostile implements PixelEngine {

    private final PixelEngine good = new PortableEngine();

    @Override
    public EngineInfo info() {
      return new EngineInfo("libvips", "hostile", List.of(), List.of(OutputFormat.JPEG));
    }

    @Override
    public Rendered render(Path original, Path folder, RenderPlan plan) throws Unrenderable, IOException {
      String[] words = text(original).split(" ", 2);
      return switch (words[0]) {
        case "spin" -> spin();
        case "sleep" -> sleep();
        case "die" -> die(0);
        case "crash" -> crash();
        case "half" -> half(folder, plan);
        case "nothing" -> new Rendered(1, 1, new byte[0], "0".repeat(16), files(folder, plan));
        case "shout" -> throw new Unrenderable("Why\0\r\n".repeat(200));
        case "try" -> throw new Unrenderable(String.join(", ", tries(words[1].strip())));
        default -> good.render(original, folder, plan);
      };
    }

    private static String text(Path original) throws IOException {
      byte[] head = Files.readAllBytes(original);
      return head.length < 500 ? new String(head, java.nio.charset.StandardCharsets.UTF_8) : "";
    }

    private static Rendered spin() {
      while (true) {
        Thread.onSpinWait();
      }
    }

    private static Rendered sleep() {
      java.util.concurrent.locks.LockSupport.parkNanos(Long.MAX_VALUE);
      return sleep();
    }

    private static Rendered die(int written) {
      Runtime.getRuntime().halt(written + 7);
      return null;
    }

    private static Rendered crash() {
      return MemorySegment.ofAddress(16).reinterpret(8).get(java.lang.foreign.ValueLayout.JAVA_BYTE, 0) == 0 ? null : null;
    }

    private static Rendered half(Path folder, RenderPlan plan) throws IOException {
      Files.writeString(folder.resolve(plan.outputs().getFirst().fileName()), "half of");
      return die(1);
    }

    private static List<Rendered.File> files(Path folder, RenderPlan plan) {
      List<Rendered.File> files = new ArrayList<>();
      for (Output output : plan.outputs()) {
        files.add(Rendered.File.of(output, new pms.processing.render.Dimensions(1, 1), folder.resolve(output.fileName())));
      }
      return files;
    }

    /** Names of what could be done. */
    private static List<String> tries(String canary) {
      List<String> done = new ArrayList<>();
      long parent = ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L);
      attempt(done, "network", () -> new Socket().connect(new InetSocketAddress("127.0.0.1", 15432), 1000));
      attempt(done, "socket", () -> system("socket", 2, 1, 0));
      attempt(done, "other file", () -> Files.readAllBytes(Path.of(canary)));
      attempt(done, "write elsewhere", () -> Files.writeString(Path.of(canary + ".new"), "x"));
      attempt(done, "passwords", () -> Files.readAllBytes(Path.of("/etc/passwd")));
      attempt(done, "parent's environment", () -> Files.readAllBytes(Path.of("/proc/" + parent + "/environ")));
      attempt(done, "parent's memory", () -> new RandomAccessFile("/proc/" + parent + "/mem", "r").close());
      attempt(done, "program", () -> new ProcessBuilder("/bin/true").start());
      attempt(done, "ten gigabytes", () -> Arena.global().allocate(10L << 30));
      attempt(done, "kill", () -> system("kill", (int) parent, 0));
      attempt(done, "fork", () -> fork());
      attempt(done, "own environment", () -> {
        if (System.getenv().keySet().stream().noneMatch(name -> name.startsWith("PMS_") || name.equals("HOME"))) {
          throw new IOException("empty");
        }
      });
      return done;
    }

    private static void fork() throws IOException {
      int child = new Natives(Linker.nativeLinker().defaultLookup()).callInt("fork");
      if (child == 0) {
        Runtime.getRuntime().halt(0);
      }
      if (child < 0) {
        throw new IOException("refused");
      }
    }

    private static void system(String function, int... numbers) throws IOException {
      Object[] arguments = java.util.Arrays.stream(numbers).boxed().toArray();
      if (new Natives(Linker.nativeLinker().defaultLookup()).callInt(function, arguments) < 0) {
        throw new IOException("refused");
      }
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
}
