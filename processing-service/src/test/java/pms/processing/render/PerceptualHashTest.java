package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import org.imgscalr.Scalr;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {

  private static final BufferedImage SCENE = TestPictures.scene(400, 300);

  @Test
  void is_sixteen_hexadecimal_digits() {
    assertThat(hash(SCENE)).matches("[0-9a-f]{16}").isEqualTo(hash(SCENE));
  }

  @Test
  void a_scaled_and_noisy_picture_stays_close_and_a_turned_one_does_not() {
    String scene = hash(SCENE);
    assertThat(PerceptualHash.distance(scene, hash(TestPictures.scene(1200, 900)))).isLessThanOrEqualTo(6);
    assertThat(PerceptualHash.distance(scene, hash(TestPictures.photograph(400, 300)))).isLessThanOrEqualTo(10);
    assertThat(PerceptualHash.distance(scene, hash(Scalr.rotate(SCENE, Scalr.Rotation.FLIP_HORZ)))).isGreaterThan(16);
    assertThat(PerceptualHash.distance(scene, hash(Scalr.rotate(SCENE, Scalr.Rotation.CW_180)))).isGreaterThan(16);
  }

  @Test
  void brightness_alone_does_not_matter_much() {
    int[] pixels = pixels(SCENE);
    int[] darker = pixels.clone();
    for (int i = 0; i < darker.length; i++) {
      darker[i] = 0xFF000000 | (pixels[i] >> 1 & 0x7F7F7F);
    }
    assertThat(PerceptualHash.distance(PerceptualHash.of(pixels), PerceptualHash.of(darker))).isLessThanOrEqualTo(4);
  }

  @Test
  void one_colour_has_no_frequencies() {
    assertThat(PerceptualHash.of(new int[1024])).isEqualTo("8000000000000000");
    assertThatThrownBy(() -> PerceptualHash.of(new int[1])).isInstanceOf(IllegalArgumentException.class);
  }

  private static String hash(BufferedImage picture) {
    return PerceptualHash.of(pixels(picture));
  }

  private static int[] pixels(BufferedImage picture) {
    BufferedImage small = Scalr.resize(picture, Scalr.Method.ULTRA_QUALITY, Scalr.Mode.FIT_EXACT, 32, 32);
    return small.getRGB(0, 0, 32, 32, null, 0, 32);
  }
}
