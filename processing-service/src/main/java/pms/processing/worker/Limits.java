package pms.processing.worker;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pms.processing.vips.Natives;

/** The kernel's limits of a process; what it goes beyond fails or ends it. Those of processor time grow with each picture. */
final class Limits {

  private static final int CPU = 0;
  private static final int FILE_SIZE = 1;
  private static final int CORE = 4;
  private static final int FILES = 7;
  private static final int ADDRESSES = 9;
  private static final long LARGEST_FILE = 256L << 20;
  private static final int MOST_FILES = 128;
  private static final long PAGE = 4096;
  private static final int PATIENCE = 10;

  private final boolean linux = System.getProperty("os.name").equals("Linux");
  private final Natives system = new Natives(Linker.nativeLinker().defaultLookup());

  boolean onLinux() {
    return linux;
  }

  Natives system() {
    return system;
  }

  /** Returns names of the limits that hold from now on. */
  List<String> set(long memory) throws IOException {
    List<String> names = new ArrayList<>();
    if (!linux) {
      return names;
    }
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[0];
    add(names, "memory", set(ADDRESSES, Long.parseLong(pages) * PAGE + memory));
    add(names, "file size", set(FILE_SIZE, LARGEST_FILE));
    add(names, "open files", set(FILES, MOST_FILES));
    add(names, "no core dumps", set(CORE, 0));
    add(names, "processor time", soft(CPU, -1));
    return names;
  }

  /** So much more from now on; the kernel ends the process that takes more. */
  void time(Duration processor, Duration wallClock) {
    if (linux) {
      long used = system.callLong("clock") / 1_000_000;
      soft(CPU, used + 1 + processor.toSeconds());
      // Should the service be gone by then, nobody else would end a decoder that sleeps.
      system.callInt("alarm", (int) wallClock.toSeconds() + PATIENCE);
    }
  }

  /** Waiting for work may take as long as it likes. */
  void atLeisure() {
    if (linux) {
      system.callInt("alarm", 0);
    }
  }

  private static void add(List<String> names, String name, boolean holds) {
    if (holds) {
      names.add(name);
    }
  }

  private boolean set(int what, long limit) {
    return set(what, limit, limit);
  }

  /** Can be raised again. */
  private boolean soft(int what, long limit) {
    return set(what, limit, -1);
  }

  private boolean set(int what, long soft, long hard) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limit = arena.allocate(16);
      if (system.callInt("getrlimit", what, limit) != 0) {
        return false;
      }
      long most = limit.get(JAVA_LONG, 8);
      limit.set(JAVA_LONG, 0, smaller(soft, most));
      limit.set(JAVA_LONG, 8, smaller(hard, most));
      return system.callInt("setrlimit", what, limit) == 0;
    }
  }

  /** Minus one is no limit, the largest unsigned number. */
  private static long smaller(long one, long other) {
    return Long.compareUnsigned(one, other) < 0 ? one : other;
  }
}
