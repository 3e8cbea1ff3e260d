package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real pictures of many cameras, where there are any. */
class CorpusTest extends RenderTest {

  private static final Path CORPUS =
      Path.of(System.getProperty("pms.root", "..")).resolve("../shared/corpus").toAbsolutePath().normalize();

  @BeforeEach
  void only_where_the_corpus_is() {
    assumeTrue(Files.isDirectory(CORPUS), "skipped: there is no folder ../shared/corpus beside the project");
  }

  @Test
  void every_picture_ends_rendered_or_with_a_reason() throws IOException {
    List<String> failed = new ArrayList<>();
    int rendered = 0;
    for (Path file : files()) {
      try {
        assertThat(render(Files.readAllBytes(file)).files()).hasSize(3);
        rendered++;
      } catch (Unrenderable reason) {
        assertThat(reason.getMessage()).as(file.toString()).startsWith("Unsupported format").contains("HEIC");
        failed.add(file.getFileName().toString());
      }
    }
    assertThat(failed).hasSizeLessThanOrEqualTo(engine().info().reads().contains("HEIC") ? 0 : 5);
    assertThat(rendered).isGreaterThan(100);
  }

  @Test
  void all_orientations_of_a_picture_look_alike() throws IOException, Unrenderable {
    for (String motif : List.of("Landscape", "Portrait")) {
      BufferedImage upright = picture(render(orientation(motif, 1)), "medium");
      for (int orientation = 2; orientation <= 8; orientation++) {
        BufferedImage other = picture(render(orientation(motif, orientation)), "medium");
        assertThat(difference(upright, other)).as(motif + " " + orientation).isLessThan(6);
      }
    }
  }

  private static byte[] orientation(String motif, int orientation) throws IOException {
    return Files.readAllBytes(CORPUS.resolve("orientation/" + motif + "_" + orientation + ".jpg"));
  }

  private static List<Path> files() throws IOException {
    Set<String> endings = Set.of("jpg", "jpeg", "tiff", "heic", "heif");
    try (Stream<Path> all = Files.walk(CORPUS)) {
      return all.filter(Files::isRegularFile).filter(file -> endings.contains(ending(file))).sorted().toList();
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
