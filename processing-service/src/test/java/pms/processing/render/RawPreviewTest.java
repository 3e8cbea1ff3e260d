package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras build them around the JPEG that they show on their display. */
class RawPreviewTest extends RenderTest {

  private static final int JPEG = 0x0201;
  private static final int STRIP = 0x0111;
  private static final BufferedImage SCENE = TestPictures.scene(640, 480);
  private static final byte[] PREVIEW = TestPictures.jpeg(SCENE);
  private static final byte[] THUMBNAIL = TestPictures.jpeg(TestPictures.scene(160, 120));

  /** Offsets as they are in a file of two directories, the second one linked as a sub-directory. */
  private static byte[] tiff(String magic, int compression, int offsetTag, int orientation, byte[] large, byte[] small) {
    boolean little = magic.startsWith("I");
    int main = 8;
    int sub = main + 2 + 12 * 5 + 4;
    int data = sub + 2 + 12 * 4 + 4;
    ByteBuffer file = ByteBuffer.allocate(data + large.length + small.length + 64)
        .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    file.put(Arrays.copyOf(magic.getBytes(StandardCharsets.ISO_8859_1), 4)).putInt(main);
    file.putShort((short) 5);
    entry(file, 0x0112, 3, orientation);
    entry(file, 0x014A, 4, sub);
    entry(file, JPEG, 4, data + large.length);
    entry(file, JPEG + 1, 4, small.length);
    entry(file, 0xC612, 4, 1);
    file.putInt(main).putShort((short) 4);
    entry(file, 0x0103, 3, compression);
    entry(file, offsetTag, 4, data);
    entry(file, offsetTag == JPEG ? JPEG + 1 : 0x0117, 4, large.length);
    entry(file, 0x0106, 3, 32803);
    file.putInt(sub);
    return file.put(large).put(small).array();
  }

  private static void entry(ByteBuffer file, int tag, int type, int value) {
    file.putShort((short) tag).putShort((short) type).putInt(1);
    if (type == 3) {
      file.putShort((short) value).putShort((short) 0);
    } else {
      file.putInt(value);
    }
  }

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
  void a_fuji_file_tells_its_preview_in_its_head() throws Unrenderable {
    ByteBuffer file = ByteBuffer.allocate(200 + PREVIEW.length);
    file.put("FUJIFILMCCD-RAW 0201FF".getBytes(StandardCharsets.ISO_8859_1));
    file.putInt(84, 160).putInt(88, PREVIEW.length).position(160).put(PREVIEW);
    assertThat(render(file.array()).width()).isEqualTo(640);
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
