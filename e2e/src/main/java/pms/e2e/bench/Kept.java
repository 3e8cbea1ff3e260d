package pms.e2e.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import pms.platform.Home;

/**
 * What a run with {@code --keep} left for the next one.
 *
 * @param large account whose library is measured
 * @param small account with the small library
 */
record Kept(int images, int seed, String large, String small) {

  static Optional<Kept> load(Home home) throws IOException {
    Path file = file(home);
    if (!Files.exists(file)) return Optional.empty();
    Properties saved = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      saved.load(reader);
    }
    return Optional.of(new Kept(
        Integer.parseInt(saved.getProperty("images")), Integer.parseInt(saved.getProperty("seed")), saved.getProperty("large"),
        saved.getProperty("small")));
  }

  void save(Home home) {
    Home.write(file(home), "images=%d\nseed=%d\nlarge=%s\nsmall=%s\n".formatted(images, seed, large, small));
  }

  boolean isOf(int images, int seed) {
    return images == this.images && seed == this.seed;
  }

  private static Path file(Home home) {
    return home.folder().resolve("kept.properties");
  }
}
