package pms.e2e.suite;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pms.platform.Home;

/** Chromium without a window, anew for each page, if the machine has it. */
public record Browser(Path program) {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
  private static final int PATIENCE_SECONDS = 120;

  public static Optional<Browser> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Browser::new);
  }

  /** What has become of the page once its scripts had five seconds of its own clock, as HTML. */
  public String open(String address) throws IOException, InterruptedException {
    Path profile = Files.createTempDirectory("pms-browser-");
    Path html = profile.resolve("page.html");
    try {
      Process process = new ProcessBuilder(
              program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
              "--user-data-dir=" + profile, "--virtual-time-budget=5000", "--dump-dom", address)
          .redirectOutput(html.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        throw new IOException("no end of " + address);
      }
      return Files.readString(html, StandardCharsets.UTF_8);
    } finally {
      forget(profile);
    }
  }

  /** Its helpers may write for a moment after its end. */
  private static void forget(Path profile) throws IOException {
    for (int left = 5; Files.exists(profile); left--) {
      try {
        Home.delete(profile);
      } catch (UncheckedIOException e) {
        if (left == 0) throw e.getCause();
      }
    }
  }
}
