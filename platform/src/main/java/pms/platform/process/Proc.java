package pms.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What Linux tells about processes, read from {@code /proc}. A process can end between two reads, so every answer may be empty.
 * Where there is no {@code /proc} (macOS) the JDK's own, poorer answers are used.
 */
public final class Proc {

  private static final Path ROOT = Path.of("/proc");
  private static final boolean LINUX = Files.isDirectory(ROOT.resolve("self"));

  private Proc() {}

  public static boolean isLinux() {
    return LINUX;
  }

  public static List<Long> pids() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid).toList();
  }

  /** Something that differs between two processes that had the same pid one after the other; empty if it has ended. */
  public static Optional<String> started(long pid) {
    if (LINUX) {
      return stat(pid).filter(fields -> !fields.get(0).equals("Z")).map(fields -> fields.get(19));
    }
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().startInstant())
        .map(instant -> "" + instant.toEpochMilli());
  }

  /** The command with its arguments, separated by blanks. */
  public static Optional<String> command(long pid) {
    if (LINUX) {
      return read(pid, "cmdline").map(text -> text.replace('\0', ' ').strip()).filter(text -> !text.isEmpty());
    }
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
  }

  /** The value of a variable the process was started with; empty if it has none or has overwritten its environment. */
  public static Optional<String> variable(long pid, String name) {
    return read(pid, "environ")
        .flatMap(
            text ->
                Arrays.stream(text.split("\0"))
                    .filter(pair -> pair.startsWith(name + "="))
                    .map(pair -> pair.substring(name.length() + 1))
                    .findFirst());
  }

  /** The program file. */
  public static Optional<Path> program(long pid) {
    return link(pid, "exe");
  }

  /** The folder it works in. */
  public static Optional<Path> folder(long pid) {
    return link(pid, "cwd");
  }

  public static OptionalLong parent(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).stream().mapToLong(ProcessHandle::pid).findFirst();
  }

  /** Memory in bytes, with pages shared between processes divided among them (PSS); empty where Linux does not say. */
  public static OptionalLong memory(long pid) {
    return read(pid, "smaps_rollup").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("Pss:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  /** State first, then what follows it: see proc_pid_stat(5). The command before it may hold blanks and brackets. */
  static List<String> parseStat(String text) {
    return List.of(text.substring(text.lastIndexOf(')') + 1).strip().split(" "));
  }

  /** Targets of the open file descriptors of a process. */
  static List<String> openFiles(long pid) {
    try (Stream<Path> descriptors = Files.list(ROOT.resolve(pid + "/fd"))) {
      return descriptors.map(Proc::target).flatMap(Optional::stream).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(); // ended meanwhile, or somebody else's
    }
  }

  static Stream<String> lines(String file) {
    try {
      return Files.readAllLines(ROOT.resolve(file)).stream();
    } catch (IOException e) {
      return Stream.empty(); // for example a machine without IPv6
    }
  }

  private static Optional<List<String>> stat(long pid) {
    return read(pid, "stat").map(Proc::parseStat);
  }

  private static Optional<Path> link(long pid, String name) {
    return target(ROOT.resolve(pid + "/" + name)).map(Path::of);
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException e) {
      return Optional.empty(); // ended meanwhile, or somebody else's
    }
  }

  private static Optional<String> read(long pid, String name) {
    try {
      return Optional.of(new String(Files.readAllBytes(ROOT.resolve(pid + "/" + name)), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return Optional.empty(); // ended meanwhile, or somebody else's
    }
  }
}
