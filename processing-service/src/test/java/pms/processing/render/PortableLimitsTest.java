package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H2, H5: how the portable engine keeps within memory and time. */
class PortableLimitsTest extends RenderTest {

  private static final BufferedImage SCENE = TestPictures.photograph(320, 240);

  @Test
  void a_large_png_is_read_with_less_memory_rather_than_refused() throws Unrenderable {
    byte[] png = TestPictures.png(new BufferedImage(9000, 6000, BufferedImage.TYPE_BYTE_GRAY));
    RenderPlan tight = plan(400_000_000, 80 << 20, Duration.ofSeconds(30));
    assertThat(render(png, tight).files().getFirst().height()).isEqualTo(1440);
  }

  @Test
  void a_picture_that_needs_too_much_memory_is_refused_with_both_numbers() {
    byte[] png = TestPictures.png(new BufferedImage(2000, 2000, BufferedImage.TYPE_INT_RGB));
    RenderPlan tiny = plan(400_000_000, 8 << 20, Duration.ofSeconds(30));
    assertThatThrownBy(() -> render(png, tiny))
        .isInstanceOf(Unrenderable.class)
        .hasMessageContaining("2000 × 2000")
        .hasMessageContaining("limit of 8 MiB");
  }

  @Test
  void a_decoder_looks_at_the_clock_between_rows() {
    byte[] file = TestPictures.jpeg(TestPictures.scene(3000, 2000));
    RenderPlan hurried = plan(400_000_000, 64 << 20, Duration.ofNanos(1));
    for (byte[] each : new byte[][] {file, TestPictures.png(SCENE), TestPictures.gif(SCENE), TestPictures.encoded("bmp", SCENE), TestPictures.encoded("tiff", SCENE)}) {
      assertThatThrownBy(() -> render(each, hurried)).isInstanceOf(Unrenderable.class).hasMessageContaining("longer than");
    }
  }

  @Test
  void a_progressive_jpeg_counts_what_its_decoder_keeps() throws Exception {
    BufferedImage scene = TestPictures.scene(1000, 1000);
    Path once = Files.write(folder.resolve("once"), TestPictures.jpeg(scene));
    Path step = Files.write(folder.resolve("step"), TestPictures.jpeg(scene, true));
    RenderPlan plan = plan(2_000_000, 64 << 20, Duration.ofSeconds(9)).with(List.of(), List.of(Output.shortSide("small", 1, OutputFormat.JPEG, 80)));
    assertThat(new PortableEngine().memory(once, plan)).isLessThan(100);
    assertThat(new PortableEngine().memory(step, plan)).isBetween(3_000_000L, 3_000_100L);
  }

  @Test
  void the_format_that_cannot_be_read_is_named() {
    byte[] avif = "\0\0\0\u0018ftypavif".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> render(avif)).hasMessageContaining("AVIF");
  }
}
