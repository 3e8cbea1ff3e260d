package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the engine have in common: bytes in, pictures out. */
abstract class RenderTest {

  static final List<Output> OUTPUTS = RenderPlan.thumbnails(new PortableEngine().info(), 90);
  static final RenderPlan PLAN = plan(400_000_000, 192 << 20, Duration.ofSeconds(30));

  @TempDir Path folder;

  private int count;

  /** Another engine has to pass the same tests. */
  PixelEngine engine() {
    return new PortableEngine();
  }

  static RenderPlan plan(long pixelLimit, long memoryLimit, Duration timeLimit) {
    return new RenderPlan(List.of(), OUTPUTS, pixelLimit, memoryLimit, timeLimit);
  }

  Rendered render(byte[] file) throws Unrenderable {
    return render(file, PLAN);
  }

  Rendered render(byte[] file, RenderPlan plan) throws Unrenderable {
    try {
      Path place = Files.createDirectory(folder.resolve("render" + count++));
      Path original = Files.write(place.resolve("original"), file);
      return engine().render(original, place, plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage picture(Rendered rendered, String size) {
    return rendered.files().stream().filter(file -> file.size().equals(size)).map(RenderTest::read).findFirst().orElseThrow();
  }

  static BufferedImage read(Rendered.File file) {
    try {
      return ImageIO.read(file.path().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Mean difference of a sample, 0 to 255. */
  static double difference(BufferedImage one, BufferedImage other) {
    assertThat(one.getWidth() + "x" + one.getHeight()).isEqualTo(other.getWidth() + "x" + other.getHeight());
    int[] ones = pixels(one);
    int[] others = pixels(other);
    long sum = 0;
    for (int i = 0; i < ones.length; i++) {
      sum += difference(ones[i], others[i]);
    }
    return sum / (3d * ones.length);
  }

  /** Painted at once: to ask for each takes a hundred times as long. */
  private static int[] pixels(BufferedImage picture) {
    BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.createGraphics().drawImage(picture, 0, 0, null);
    return ((DataBufferInt) plain.getRaster().getDataBuffer()).getData();
  }

  static int difference(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs((one >> shift & 255) - (other >> shift & 255));
    }
    return sum;
  }
}
