package pms.kit.worker;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  private final Kernel kernel;
  private final long handled;

  private FileRules(Kernel kernel, long version) {
    this.kernel = kernel;
    this.handled = version >= 3 ? ALL | TRUNCATE : ALL;
  }

  /** False where the kernel knows none of it. */
  static boolean apply(Kernel kernel, Path folder) {
    long version = kernel.call("syscall", CREATE, 0, 0, ASK_VERSION);
    return version >= 1 && new FileRules(kernel, version).apply(folder);
  }

  private boolean apply(Path folder) {
    long rules = kernel.call("syscall", CREATE, Kernel.memory(8).putLong(0, handled), 8);
    if (rules < 0 || !allow(rules, folder, READ | LIST | WRITE | REMOVE | MAKE | TRUNCATE)) {
      return false;
    }
    // The JVM reads its classes, and libraries theirs, when they are first needed.
    List<String> read = new ArrayList<>(List.of(System.getProperty("java.home"), "/usr", "/lib", "/lib64"));
    read.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    for (String path : read) {
      if (Files.exists(Path.of(path))) {
        allow(rules, Path.of(path), READ | LIST);
      }
    }
    kernel.call("prctl", NO_NEW_PRIVILEGES, 1);
    return kernel.call("syscall", RESTRICT, rules) == 0;
  }

  private boolean allow(long rules, Path path, long rights) {
    int place = (int) kernel.call("open", Kernel.text(path.toString()), OPEN_PATH);
    ByteBuffer rule = Kernel.memory(12).putLong(0, (Files.isDirectory(path) ? rights : rights & ~LIST) & handled).putInt(8, place);
    boolean added = kernel.call("syscall", ADD, rules, BENEATH, rule) == 0;
    kernel.call("close", place);
    return added;
  }
}
