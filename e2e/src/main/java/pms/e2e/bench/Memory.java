package pms.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pms.platform.Home;
import pms.platform.process.Proc;
import pms.platform.process.ProcessRegistry;

/**
 * Memory of what the launcher started, as proportional set size: pages that several processes share are counted once in all.
 *
 * @param name of the server or service
 * @param bytes of its main process and its helpers
 */
record Memory(String name, long bytes) {

  /** Everything that runs in the development suite; empty where nothing does, or where the system does not tell. */
  static List<Memory> ofTheSuite() throws IOException {
    Home home = Home.development();
    if (!Files.isDirectory(home.run())) return List.of();
    ProcessRegistry registry = new ProcessRegistry(home);
    try (Stream<Path> records = Files.list(home.run())) {
      return records
          .map(record -> record.getFileName().toString())
          .filter(file -> file.endsWith(".json") && !file.startsWith("."))
          .map(file -> file.substring(0, file.length() - ".json".length()))
          .sorted()
          .map(name -> new Memory(name, bytes(registry.all(name))))
          .filter(memory -> memory.bytes() > 0)
          .toList();
    }
  }

  /** One server or service of the development suite with its helpers. */
  static Memory of(String name) {
    return new Memory(name, bytes(new ProcessRegistry(Home.development()).all(name)));
  }

  String row() {
    return row("  " + name);
  }

  String row(String what) {
    return String.format(Locale.ROOT, "%-44s %8.0f MiB", what, bytes / 1048576.0);
  }

  private static long bytes(List<Long> pids) {
    return pids.stream().distinct().mapToLong(pid -> Proc.memory(pid).orElse(0)).sum();
  }
}
