package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pms.processing.render.RawFiles.JPEG;
import static pms.processing.render.RawFiles.tiff;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras build them around the JPEG that they show on their display. */
class RawPreviewTest extends RenderTest {

  private static final BufferedImage SCENE = TestPictures.scene(640, 480);
  private static final byte[] PREVIEW = TestPictures.jpeg(SCENE);
  private static final byte[] THUMBNAIL = TestPictures.jpeg(TestPictures.scene(160, 120));

  @ParameterizedTest
  @CsvSource({"II*,0x0201", "II*,0x0111", "IIU,0x0201", "IIRO,0x0201"})
  void the_largest_preview_is_shown(String magic, String tag) throws Unrenderable {
    Rendered rendered = render(tiff(magic, 7, Integer.decode(tag), 1, PREVIEW, THUMBNAIL));
    assertThat(rendered.width() + "x" + rendered.height()).isEqualTo("640x480");
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(3);
  }

  @Test
  void a_file_of_the_other_byte_order_is_read_too() throws Unrenderable {
    Rendered rendered = render(tiff("MM\0*", 7, JPEG, 1, PREVIEW, THUMBNAIL));
    assertThat(rendered.width()).isEqualTo(640);
  }

  @Test
  void a_preview_without_orientation_takes_that_of_the_file() throws Unrenderable {
    assertThat(render(tiff("II*\0", 7, JPEG, 6, PREVIEW, THUMBNAIL)).width()).isEqualTo(480);
    byte[] own = TestPictures.withOrientation(PREVIEW, 1, true);
    assertThat(render(tiff("II*\0", 7, JPEG, 6, own, THUMBNAIL)).width()).isEqualTo(640);
  }

  @Test
  void a_canon_file_says_so_before_its_directories() throws Unrenderable {
    assertThat(render(RawFiles.canon(PREVIEW, THUMBNAIL)).width()).isEqualTo(640);
  }

  @Test
  void a_fuji_file_tells_its_preview_in_its_head() throws Unrenderable {
    assertThat(render(RawFiles.fuji(PREVIEW)).width()).isEqualTo(640);
  }

  @Test
  void sensor_data_are_no_preview() {
    byte[] lossless = PREVIEW.clone();
    for (int i = 0; i < lossless.length - 1; i++) {
      if (lossless[i] == (byte) 0xFF && lossless[i + 1] == (byte) 0xC0) {
        lossless[i + 1] = (byte) 0xC3;
      }
    }
    assertThatThrownBy(() -> render(tiff("II*\0", 7, JPEG, 1, lossless, new byte[200])))
        .isInstanceOf(Unrenderable.class)
        .hasMessageStartingWith("Unsupported format").hasMessageContaining("no preview");
  }

  /** H1, H5: cycles, places outside the file and endless directories. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void nonsense_in_directories_never_does_more_than_fail(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 25; i++) {
      byte[] file = Arrays.copyOf(tiff("II*\0", 7, JPEG, 1, PREVIEW, THUMBNAIL), 4000 + random.nextInt(9000));
      for (int flip = 0; flip < 4; flip++) {
        file[8 + random.nextInt(130)] = (byte) random.nextInt();
      }
      try {
        render(file);
      } catch (Unrenderable failed) {
        assertThat(failed.getMessage()).endsWith(".");
      }
    }
  }
}
