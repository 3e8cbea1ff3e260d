package pms.e2e.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The library for Node.js that others render with: fetched for the bench alone, into a folder that is nobody's part. */
final class Sharp {
  private static final List<String> PACKAGES = List.of("sharp@0.35.5", "thumbhash@0.1.1");
  private static final String PROGRAM = "sharp.mjs";
  private static final int MINUTES = 3;

  /** Of WebP, 0 to 6; what the service takes for small pictures. */
  private static final int EFFORT = 1;

  private final Path folder;

  Sharp(Path folder) {
    this.folder = folder;
  }

  /** Why it cannot be had; empty if it is here. */
  Optional<String> fetch() throws InterruptedException {
    try {
      Files.createDirectories(folder);
      try (InputStream program = Sharp.class.getResourceAsStream(PROGRAM)) {
        Files.copy(program, folder.resolve(PROGRAM), StandardCopyOption.REPLACE_EXISTING);
      }
      Optional<String> noNode = failure(List.of("node", "--version"));
      return noNode.isPresent() || isHere() ? noNode : install();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> command(int threads, Path work) {
    return List.of("node", folder.resolve(PROGRAM).toString(), "" + threads, work.toString(), "" + EFFORT);
  }

  private Optional<String> install() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
    Optional<String> failure =
        failure(List.of("npm", "install", "--no-audit", "--no-fund", "--fetch-retries=1", "--save-exact", PACKAGES.get(0), PACKAGES.get(1)));
    if (failure.isEmpty()) Files.writeString(stamp(), "");
    return failure;
  }

  private boolean isHere() {
    return Files.exists(stamp());
  }

  private Path stamp() {
    return folder.resolve(String.join("+", PACKAGES).replace('@', '-'));
  }

  private Optional<String> failure(List<String> command) throws InterruptedException {
    try {
      Path output = folder.resolve("output.txt");
      Process process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return Optional.of(command.getFirst() + " took longer than " + MINUTES + " minutes");
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of(command.getFirst() + " says: " + firstError(Files.readString(output, StandardCharsets.UTF_8)));
    } catch (IOException notThere) {
      return Optional.of(command.getFirst() + " is not installed");
    }
  }

  private static String firstError(String printed) {
    return printed.lines().filter(line -> line.contains("rror")).findFirst().orElse(printed.strip());
  }
}
