package pms.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that start with what an earlier one has read. */
class KeptClassesTest {

  private static final TimeLimit LIMIT = new TimeLimit(Duration.ofSeconds(60), Duration.ofSeconds(60));
  private static final Workers.Terms TERMS = new Workers.Terms(1, 100, Optional.empty());

  @TempDir Path home;

  @BeforeEach
  void only_on_linux() {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: what a process has loaded is told by Linux");
  }

  @Test
  void a_rehearsal_leaves_classes_to_those_who_start_later_and_who_are_locked_in_all_the_same() throws Exception {
    WorkerJvm jvm = jvm(jar().toString());
    try (Workers<List<String>> workers = workers(jvm)) {
      workers.rehearse();
    }
    Path kept = kept().getFirst();
    assertThat(Files.getPosixFilePermissions(kept.getParent())).hasSize(3);
    try (Workers<List<String>> workers = workers(jvm)) {
      assertThat(workers.greeting()).contains("own folder only", "no network");
      assertThat(said(workers, "again")).isEqualTo("again");
      assertThat(loaded(kept)).isTrue();
    }
    Files.setLastModifiedTime(Path.of(jvm.classPath()), FileTime.fromMillis(0));
    try (Workers<List<String>> workers = workers(jvm)) {
      assertThat(said(workers, "another build")).isEqualTo("another build");
      assertThat(loaded(kept)).isFalse();
    }
    KeptClasses anew = new KeptClasses(jvm);
    assertThat(anew.areMissing()).isTrue();
    anew.make(KeptClassesTest::wrote);
    assertThat(kept()).hasSize(1).doesNotContain(kept);
  }

  @Test
  void what_is_kept_and_cannot_be_used_does_not_matter() throws Exception {
    WorkerJvm jvm = jvm(jar().toString());
    KeptClasses kept = new KeptClasses(jvm);
    kept.make(KeptClassesTest::wrote);
    assertThat(kept.options()).first().asString().startsWith("-XX:AOTCache=");
    try (Workers<List<String>> workers = workers(jvm)) {
      assertThat(said(workers, "still here")).isEqualTo("still here");
    }
  }

  @Test
  void of_classes_in_folders_nothing_is_kept() throws IOException {
    KeptClasses kept = new KeptClasses(jvm(WorkerJvm.classPath(EchoMain.class)));
    assertThat(kept.areMissing()).isFalse();
    assertThat(kept.options()).isEmpty();
  }

  @Test
  void what_others_could_have_written_is_not_used() throws Exception {
    KeptClasses kept = new KeptClasses(jvm(jar().toString()));
    kept.make(KeptClassesTest::wrote);
    assertThat(kept.options()).isNotEmpty();
    Path folder = kept().getFirst().getParent();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(kept.options()).isEmpty();
  }

  /** A rehearsal that leaves nonsense. */
  private static boolean wrote(List<String> options, Duration limit) throws IOException {
    Files.write(Path.of(options.getFirst().substring("-XX:AOTCacheOutput=".length())), new byte[10_000]);
    return true;
  }

  private static Workers<List<String>> workers(WorkerJvm jvm) {
    return new Workers<>(jvm, KeptClassesTest::greeted, TERMS, worker -> converse(worker, "rehearsal"));
  }

  private static List<String> greeted(DataInputStream in, List<String> guards) throws IOException {
    assertThat(in.readUTF()).isEqualTo("echo");
    return guards;
  }

  private static String said(Workers<List<String>> workers, String text) throws IOException {
    return workers.<String, IOException>ask(LIMIT, worker -> converse(worker, text));
  }

  private static String converse(Worker worker, String text) throws IOException {
    worker.out().writeUTF(text);
    worker.out().flush();
    return worker.in().readUTF();
  }

  /** By any of the processes that this one has started. */
  private static boolean loaded(Path file) {
    return ProcessHandle.current().children().anyMatch(child -> {
      try {
        return Files.readString(Path.of("/proc/" + child.pid() + "/maps")).contains(file.toString());
      } catch (IOException ended) {
        return false;
      }
    });
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("pms-worker-classes"))) {
      return files.toList();
    }
  }

  private WorkerJvm jvm(String classPath) {
    return new WorkerJvm(
        EchoMain.class.getName(), classPath, home.resolve("work"), 192 << 20, 1 << 20, List.of("-Xmx64m"), List.of(), Map.of());
  }

  private Path jar() throws IOException {
    Path jar = home.resolve("worker.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String folder : List.of(WorkerJvm.classPath(Station.class), WorkerJvm.classPath(EchoMain.class).split(File.pathSeparator)[0])) {
        Path root = Path.of(folder);
        try (Stream<Path> classes = Files.walk(root.resolve("pms/kit/worker"))) {
          classes.filter(Files::isRegularFile).forEach(each -> add(out, root, each));
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, Path root, Path file) {
    try {
      out.putNextEntry(new JarEntry(root.relativize(file).toString()));
      Files.copy(file, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
