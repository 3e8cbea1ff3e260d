package pms.kit.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker gives up before it reads its first file, as far as the kernel lets it: nothing of it can be taken back. Each
 * part holds by itself; the worker's greeting tells which do.
 */
final class Sandbox {

  private final Limits limits;
  private final Path folder;
  private final long memory;
  private final long largestFile;

  /**
   * @param folder all that it may write to, and of people's files all that it may read
   * @param memory bytes beyond what it has now
   * @param largestFile bytes
   */
  Sandbox(Limits limits, Path folder, long memory, long largestFile) {
    this.limits = limits;
    this.folder = folder;
    this.memory = memory;
    this.largestFile = largestFile;
  }

  /** Returns names of what holds. */
  List<String> enter() throws IOException {
    List<String> guards = new ArrayList<>(List.of("own process"));
    guards.addAll(limits.set(memory, largestFile));
    if (limits.onLinux() && FileRules.apply(limits.kernel(), folder)) {
      guards.add("own folder only");
    }
    if (limits.onLinux() && CallRules.apply(limits.kernel())) {
      guards.add("no network");
      guards.add("no programs");
      guards.add("no other processes");
    }
    return guards;
  }

  /** Links what {@link #enter} needs and gives up nothing: a process that is to leave its classes behind has to write them. */
  List<String> rehearse() throws IOException {
    if (limits.onLinux()) {
      Kernel kernel = limits.kernel();
      kernel.call("getrlimit", 0, Kernel.memory(16));
      kernel.call("close", kernel.call("open", Kernel.text(folder.toString()), 0));
    }
    return List.of("rehearsal");
  }
}
