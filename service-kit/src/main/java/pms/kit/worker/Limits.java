package pms.kit.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The kernel's limits of a process; what it goes beyond fails or ends it. That of processor time grows with each task. */
final class Limits {

  private static final int CPU = 0;
  private static final int FILE_SIZE = 1;
  private static final int CORE = 4;
  private static final int FILES = 7;
  private static final int ADDRESSES = 9;
  private static final int MOST_FILES = 128;
  private static final long PAGE = 4096;
  private static final int PATIENCE = 10;

  private final boolean linux = System.getProperty("os.name").equals("Linux");
  private final Kernel kernel;

  Limits() {
    this.kernel = linux ? new Kernel() : null;
  }

  boolean onLinux() {
    return linux;
  }

  Kernel kernel() {
    return kernel;
  }

  /**
   * @param memory bytes beyond what it has now
   * @param largestFile bytes
   * @return names of the limits that hold from now on
   */
  List<String> set(long memory, long largestFile) throws IOException {
    List<String> names = new ArrayList<>();
    if (!linux) {
      return names;
    }
    String pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[0];
    add(names, "memory", set(ADDRESSES, Long.parseLong(pages) * PAGE + memory));
    add(names, "file size", set(FILE_SIZE, largestFile));
    add(names, "open files", set(FILES, MOST_FILES));
    add(names, "no core dumps", set(CORE, 0));
    add(names, "processor time", soft(CPU, -1));
    return names;
  }

  /** So much more from now on; the kernel ends the process that takes more. */
  void time(Duration processor, Duration wallClock) {
    if (linux) {
      long used = kernel.call("clock") / 1_000_000;
      soft(CPU, used + 1 + processor.toSeconds());
      // Should the service be gone by then, nobody else would end a worker that sleeps.
      kernel.call("alarm", wallClock.toSeconds() + PATIENCE);
    }
  }

  /** Waiting for work may take as long as it likes. */
  void atLeisure() {
    if (linux) {
      kernel.call("alarm", 0);
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
    ByteBuffer limit = Kernel.memory(16);
    if (!kernel.does("getrlimit", what, limit)) {
      return false;
    }
    long most = limit.getLong(8);
    limit.putLong(0, smaller(soft, most)).putLong(8, smaller(hard, most));
    return kernel.does("setrlimit", what, limit);
  }

  /** Minus one is no limit, the largest unsigned number. */
  private static long smaller(long one, long other) {
    return Long.compareUnsigned(one, other) < 0 ? one : other;
  }
}
