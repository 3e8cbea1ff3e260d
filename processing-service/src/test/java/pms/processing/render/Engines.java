package pms.processing.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import pms.processing.vips.VipsEngine;

/** Where tests find libvips: named by the environment, fetched for the suite, or the machine's own. */
public final class Engines {

  private static final String NONE = "skipped: no libvips is here (./pms fetch brings it)";

  public static Optional<Path> library() {
    String named = System.getenv("PMS_LIBVIPS");
    return named != null && !named.isEmpty() ? Optional.of(Path.of(named)) : fetched();
  }

  /** Skips the test where there is none. */
  public static PixelEngine vips() {
    Optional<VipsEngine> engine = VipsEngine.load(library());
    Assumptions.assumeTrue(engine.isPresent(), NONE);
    return engine.orElseThrow();
  }

  private static Optional<Path> fetched() {
    return Stream.of(System.getenv("PMS_HOME"), System.getProperty("pms.root", "..") + "/.pms")
        .filter(Objects::nonNull)
        .map(home -> Path.of(home, "servers"))
        .filter(Files::isDirectory)
        .flatMap(Engines::under)
        .findFirst();
  }

  private static Stream<Path> under(Path servers) {
    try (Stream<Path> files = Files.find(servers, 2, (file, _) -> file.getFileName().toString().startsWith("libvips-cpp."))) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Engines() {}
}
