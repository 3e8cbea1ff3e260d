package pms.processing.worker;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import pms.processing.vips.Natives;

/** Landlock: from now on this thread and those it starts see a few folders and no other file. */
final class FileRules {

  private static final long CREATE = 444;
  private static final long ADD = 445;
  private static final long RESTRICT = 446;
  private static final long ASK_VERSION = 1;
  private static final int BENEATH = 1;
  private static final int NO_NEW_PRIVILEGES = 38;
  private static final int OPEN_PATH = 0x200000 | 0x80000;

  private static final long WRITE = 1 << 1;
  private static final long READ = 1 << 2;
  private static final long LIST = 1 << 3;
  private static final long REMOVE = 1 << 5;
  private static final long MAKE = 1 << 8;
  private static final long TRUNCATE = 1 << 14;

  /** The rights of the first version. */
  private static final long ALL = (1 << 13) - 1;

  private final Natives system;
  private final long handled;

  private FileRules(Natives system, long version) {
    this.system = system;
    this.handled = version >= 3 ? ALL | TRUNCATE : ALL;
  }

  /** False where the kernel knows none of it. */
  static boolean apply(Natives system, Path folder) {
    long version = system.callVariable("syscall", 1, CREATE, MemorySegment.NULL, 0L, ASK_VERSION);
    return version >= 1 && new FileRules(system, version).apply(folder);
  }

  private boolean apply(Path folder) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment wanted = arena.allocate(8);
      wanted.set(JAVA_LONG, 0, handled);
      long rules = system.callVariable("syscall", 1, CREATE, wanted, 8L, 0L);
      if (rules < 0 || !allow(rules, folder, READ | LIST | WRITE | REMOVE | MAKE | TRUNCATE, arena)) {
        return false;
      }
      // The JVM reads its classes, and libraries theirs, when they are first needed.
      String classes = System.getProperty("java.class.path");
      Stream.concat(
              Stream.of(System.getProperty("java.home"), "/usr", "/lib", "/lib64"), Stream.of(classes.split(File.pathSeparator)))
          .map(Path::of)
          .filter(Files::exists)
          .forEach(path -> allow(rules, path, READ | LIST, arena));
      system.callVariable("prctl", 1, NO_NEW_PRIVILEGES, 1L, 0L, 0L, 0L);
      return system.callVariable("syscall", 1, RESTRICT, rules, 0L) == 0;
    }
  }

  private boolean allow(long rules, Path path, long rights, Arena arena) {
    long place = system.callVariable("open", 2, path.toString(), OPEN_PATH);
    MemorySegment rule = arena.allocate(12);
    rule.set(JAVA_LONG, 0, (Files.isDirectory(path) ? rights : rights & ~LIST) & handled);
    rule.set(JAVA_INT_UNALIGNED, 8, (int) place);
    boolean added = system.callVariable("syscall", 1, ADD, rules, (long) BENEATH, rule, 0L) == 0;
    system.callInt("close", (int) place);
    return added;
  }
}
