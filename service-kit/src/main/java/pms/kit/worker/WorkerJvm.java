package pms.kit.worker;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a worker is started: a JVM with nothing on its class path but what its work needs, and no environment.
 *
 * @param main class with a main method that enters a {@link Station} with its arguments
 * @param classPath see {@link #classPath}
 * @param folder all that it may write to, and of people's files all that it may read
 * @param memory bytes that it may take beyond what it starts with
 * @param largestFile bytes that a file it writes may have
 * @param options of the JVM, such as its heap
 * @param arguments of the main method's own
 * @param environment beyond what every worker has
 */
public record WorkerJvm(
    String main,
    String classPath,
    Path folder,
    long memory,
    long largestFile,
    List<String> options,
    List<String> arguments,
    Map<String, String> environment) {

  private static final List<String> OPTIONS = List.of(
      "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:-UseContainerSupport", "-XX:-CreateCoredumpOnCrash",
      "-XX:+SuppressFatalErrorMessage", "-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=48m",
      "--enable-native-access=ALL-UNNAMED");

  /** Where these classes, the worker's libraries, come from; what every worker needs is there besides. */
  public static String classPath(Class<?>... types) {
    return Stream.concat(Stream.of(types), Stream.of(Station.class))
        .map(WorkerJvm::origin)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** @param more options of the JVM */
  Process start(List<String> more) throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(command(more)).directory(folder.toFile());
    builder.environment().clear();
    // One arena, so that the limit of addresses counts memory and not reservations.
    builder.environment().putAll(Map.of("MALLOC_ARENA_MAX", "1", "LC_ALL", "C.UTF-8"));
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

  private List<String> command(List<String> more) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(more);
    command.addAll(List.of("-cp", classPath, main, folder.toAbsolutePath().toString(), "" + memory, "" + largestFile));
    command.addAll(arguments);
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
