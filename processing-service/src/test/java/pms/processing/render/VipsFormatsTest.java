package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only libvips can, and what it must not. */
class VipsFormatsTest extends RenderTest {

  private static final BufferedImage SCENE = TestPictures.scene(600, 400);

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void what_it_writes_it_reads(OutputFormat format) throws Exception {
    Rendered.File written = render(TestPictures.png(SCENE), full(format)).files().getFirst();
    assertThat(written.format()).isEqualTo(format.mediaType());
    byte[] file = Files.readAllBytes(written.path());
    BufferedImage again = picture(render(file), "large");
    assertThat(difference(again, SCENE)).isLessThan(4);
  }

  @ParameterizedTest
  @EnumSource(OutputFormat.class)
  void no_metadata_is_written(OutputFormat format) throws Exception {
    byte[] camera = TestPictures.withOrientation(TestPictures.jpeg(SCENE), 6, true);
    Path written = render(camera, full(format)).files().getFirst().path();
    String text = Files.readString(written, StandardCharsets.ISO_8859_1);
    assertThat(text).doesNotContain("Exif\0").doesNotContain("ICC_PROFILE").doesNotContain("eXIf").doesNotContain("http://ns.adobe");
  }

  @Test
  void what_is_wider_than_webp_can_hold_is_scaled_to_it() throws Exception {
    byte[] wide = TestPictures.png(new BufferedImage(17_000, 4, BufferedImage.TYPE_INT_RGB));
    assertThat(render(wide, full(OutputFormat.WEBP)).files().getFirst().width()).isEqualTo(16_383);
  }

  private static RenderPlan full(OutputFormat format) {
    return PLAN.with(List.of(), List.of(Output.full("full", format, 90)));
  }

  /** H7: content decides, and what is not on the list is refused, whatever it is called. */
  @ParameterizedTest
  @ValueSource(strings = {
    "%PDF-1.7\n", "%!PS-Adobe-3.0\n", "push graphic-context\n", "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>",
    "P6 2 2 255 xxxxxxxxxxxx", "2 2\n1 2\n3 4\n", "1,2,3\n4,5,6\n", "#?RADIANCE\n", "\0\0\0\014JXL \r\n\u0087\n", "\0\0\0\014jP  \r\n\u0087\n",
    "\u0008\u00f2\u00a6\u00b6", "SIMPLE  =                    T", "PK\u0003\u0004", "\0\0\0\u0018ftypmp42", "v/1\u0001"
  })
  void what_libvips_could_read_but_must_not_is_refused(String text) {
    byte[] file = java.util.Arrays.copyOf(text.getBytes(StandardCharsets.ISO_8859_1), 400);
    assertThatThrownBy(() -> render(file)).isInstanceOf(Unrenderable.class).hasMessageStartingWith("Unsupported format");
  }

  /** H2, H3: a drawing could refer to files and addresses, or to itself a thousand times: none is ever read. */
  @ParameterizedTest
  @ValueSource(strings = {
    "<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><svg><text>&e;</text></svg>",
    "<!DOCTYPE svg [<!ENTITY e SYSTEM 'http://127.0.0.1:9/'>]><svg>&e;</svg>",
    "\u00EF\u00BB\u00BF<svg><style>@import 'http://127.0.0.1:9/';</style></svg>",
    "<svg><g id='a'><use href='#b'/><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>"
  })
  void a_drawing_is_refused_whatever_it_refers_to(String svg) {
    assertThatThrownBy(() -> render(svg.getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(Unrenderable.class)
        .hasMessageStartingWith("Unsupported format");
  }

  @Test
  void it_tells_what_it_can() {
    EngineInfo info = engine().info();
    assertThat(info.name()).isEqualTo("libvips");
    assertThat(info.version()).matches("8\\.\\d+\\.\\d+");
    assertThat(info.reads()).contains("JPEG", "PNG", "GIF", "WebP", "TIFF", "AVIF", "BMP", "RAW").doesNotContain("SVG", "unknown");
    assertThat(info.writes()).contains(OutputFormat.JPEG, OutputFormat.WEBP, OutputFormat.PNG);
    assertThat(RenderPlan.thumbnails(info, 80)).hasSize(6);
  }

  /** Waves that become four pixels long are so at both ends: nothing is stretched by a part of a pixel so that sides are whole. */
  @Test
  void a_pattern_keeps_its_measure_when_it_is_shrunk() throws Unrenderable {
    BufferedImage waves = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 640 * 480; i++) {
      waves.setRGB(i % 640, i / 640, (int) Math.round(128 + 90 * Math.sin(2 * Math.PI * (i % 640) / (4 * 1.92))) * 0x010101);
    }
    BufferedImage small = picture(render(TestPictures.jpeg(waves)), "small");
    assertThat(small.getWidth()).isEqualTo(333);
    for (int x = 12; x < 320; x++) {
      assertThat(small.getRGB(x, 125) & 255).as("at " + x).isCloseTo(small.getRGB(8 + x % 4, 125) & 255, within(24));
    }
  }

  @Test
  void attention_finds_what_catches_the_eye() throws Unrenderable, IOException {
    BufferedImage dull = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
    for (int y = 100; y < 200; y++) {
      for (int x = 780; x < 880; x++) {
        dull.setRGB(x, y, (x + y) % 7 < 3 ? 0xFF3020 : 0xFFD0B0);
      }
    }
    Output square = new Output("square", Fit.COVER, 300, 300, Focus.ATTENTION, OutputFormat.PNG, 80);
    BufferedImage found = read(render(TestPictures.png(dull), PLAN.with(List.of(), List.of(square))).files().getFirst());
    int seen = 0;
    for (int i = 0; i < 90_000; i++) {
      seen += (found.getRGB(i % 300, i / 300) >> 16 & 255) > 128 ? 1 : 0;
    }
    assertThat(seen).isGreaterThan(5000);
  }
}
