package pms.processing.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imgscalr.Scalr;

/**
 * How a worker is started: a JVM with nothing on its class path but the service's own classes, and no environment.
 *
 * @param main class with a main method that calls {@link WorkerMain#serve}
 * @param folder where the files of pictures are
 * @param memory bytes that a picture may take
 * @param library libvips, where it is known
 * @param environment beyond what every worker has
 */
public record WorkerCommand(
    String main, String classPath, Path folder, long memory, Optional<Path> library, Map<String, String> environment) {

  /** Beside the pixels: buffers of encoders, threads. */
  static final long ASIDE = 128L << 20;

  /** Memory of pixels stays for the next picture: to get it anew, page by page, took a tenth of the time. */
  private static final Map<String, String> KEPT =
      Map.of("MALLOC_MMAP_THRESHOLD_", "" + (32 << 20), "MALLOC_TRIM_THRESHOLD_", "" + (32 << 20));

  private static final List<String> OPTIONS = List.of(
      "-Xshare:auto", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-XX:-CreateCoredumpOnCrash",
      "-XX:+SuppressFatalErrorMessage", "-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=48m", "-Xss1m",
      "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED");

  public static WorkerCommand of(Path folder, long memory, Optional<Path> library) {
    String classPath = Stream.of(WorkerMain.class, Scalr.class)
        .map(WorkerCommand::origin)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
    return new WorkerCommand(WorkerMain.class.getName(), classPath, folder, memory, library, Map.of());
  }

  /** @param lean for a native engine, which needs next to no heap */
  Process start(boolean lean) throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(command(lean)).directory(folder.toFile());
    builder.environment().clear();
    // One arena, so that the limit of addresses counts memory and not reservations; large pictures stay off the disk.
    builder.environment().putAll(Map.of("MALLOC_ARENA_MAX", "1", "VIPS_DISC_THRESHOLD", "100g", "LC_ALL", "C.UTF-8"));
    builder.environment().putAll(KEPT);
    builder.environment().putAll(marks());
    builder.environment().putAll(environment);
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** By which the launcher of a suite knows what belongs to it. */
  private static Map<String, String> marks() {
    String process = System.getenv("PMS_PROCESS");
    String home = System.getenv("PMS_HOME");
    return process == null || home == null ? Map.of() : Map.of("PMS_PROCESS", process, "PMS_HOME", home);
  }

  private List<String> command(boolean lean) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    // Only the portable engine works in Java: it wants the better compiler and room for pixels.
    command.addAll(lean
        ? List.of("-Xms8m", "-Xmx64m", "-XX:TieredStopAtLevel=1")
        : List.of("-Xmx" + ((memory >> 20) + 64) + "m"));
    command.addAll(List.of("-cp", classPath, main, folder.toAbsolutePath().toString(), "" + (memory + ASIDE)));
    library.map(path -> path.toAbsolutePath().toString()).ifPresent(command::add);
    return command;
  }

  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      throw new IllegalStateException("nobody knows where " + type + " comes from");
    }
    String location = source.getLocation().toString();
    return Path.of(URI.create(location.startsWith("jar:") ? location.substring(4, location.indexOf('!')) : location)).toString();
  }
}
