package pms.platform.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import pms.platform.PlatformException;

/** The last lines of a log, and if wanted those that still come. */
record LogView(Path file) {

  private static final int LAST = 200;

  void show(boolean follow, Consumer<String> out) {
    if (!Files.exists(file)) {
      throw new PlatformException("There is no log yet: " + file);
    }
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      ArrayDeque<String> last = new ArrayDeque<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last.add(line);
        if (last.size() > LAST) {
          last.removeFirst();
        }
      }
      last.forEach(out);
      while (follow) {
        more(reader, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void more(BufferedReader reader, Consumer<String> out) throws IOException {
    String line = reader.readLine();
    if (line != null) {
      out.accept(line);
      return;
    }
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("Interrupted", e);
    }
  }
}
