package pms.platform.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import pms.platform.PlatformException;

/** Short commands that are waited for: initdb, a build step, a chown. */
public final class Commands {

  private Commands() {}

  /** Runs a command to its end in a clean environment; anything but success is reported with what it printed. */
  public static String run(List<String> command, Path folder, Map<String, String> environment) {
    try {
      Path output = Files.createTempFile("pms-command", ".out");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        CleanEnvironment.into(builder.environment(), environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).redirectOutput(output.toFile());
        int status = builder.start().waitFor();
        String printed = Files.readString(output, StandardCharsets.ISO_8859_1);
        if (status != 0) {
          throw new PlatformException(String.join(" ", command) + " ended with " + status + ":\n" + printed.strip());
        }
        return printed;
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new PlatformException("Cannot run " + command.getFirst() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted while running " + command.getFirst(), e);
    }
  }

  static String run(List<String> command, Path folder) {
    return run(command, folder, Map.of());
  }
}
