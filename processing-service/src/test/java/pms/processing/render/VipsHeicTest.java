package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import pms.processing.vips.VipsEngine;

/** The pictures of phones: where the machine's own libvips has a decoder for HEVC. The picture is made by libheif's own tool. */
class VipsHeicTest extends RenderTest {

  private static final List<String> PLACES = List.of("/usr/bin/heif-enc", "/usr/local/bin/heif-enc");

  @Override
  PixelEngine engine() {
    VipsEngine vips = VipsEngine.load(Engines.library()).orElse(null);
    assumeTrue(vips != null, "skipped: no libvips is here (./pms fetch brings one)");
    assumeTrue(
        vips.info().reads().contains("HEIC"),
        "skipped: this libvips reads no HEIC; a system package of libvips with libheif and libde265 does");
    return vips;
  }

  @Test
  void a_heic_of_this_machine_is_shown_as_it_was() throws Exception {
    String encoder = PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst().orElse(null);
    assumeTrue(encoder != null, "skipped: no heif-enc makes the picture (Debian's package libheif-examples has it)");
    BufferedImage scene = TestPictures.scene(640, 480);
    Path png = Files.write(folder.resolve("scene.png"), TestPictures.png(scene));
    Path heic = folder.resolve("scene.heic");
    Process encoding = new ProcessBuilder(encoder, "-q", "90", png.toString(), "-o", heic.toString()).start();
    assertThat(encoding.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assumeTrue(encoding.exitValue() == 0, "skipped: this heif-enc writes no HEVC");
    byte[] file = Files.readAllBytes(heic);
    assertThat(Format.of(file)).isEqualTo(Format.HEIC);
    assertThat(difference(picture(render(file), "large"), scene)).isLessThan(4);
  }
}
