package pms.e2e.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;

class SsimTest {

  @Test
  void a_picture_is_like_itself() {
    assertThat(Ssim.of(waves(0), waves(0))).isCloseTo(1, within(1e-9));
  }

  @Test
  void the_more_noise_the_less_alike() {
    double little = Ssim.of(waves(0), waves(4));
    double much = Ssim.of(waves(0), waves(40));
    assertThat(little).isBetween(0.9, 0.9999);
    assertThat(much).isLessThan(little - 0.1);
  }

  /** (2·100·110 + C1) / (100² + 110² + C1): nothing varies, so that only the means count. */
  @Test
  void two_plain_greys_differ_by_their_means_alone() {
    assertThat(Ssim.of(picture((x, y) -> 100), picture((x, y) -> 110))).isCloseTo(0.99548, within(0.00001));
  }

  @Test
  void a_negative_is_unlike() {
    assertThat(Ssim.of(picture((x, y) -> x * 20 % 256), picture((x, y) -> 255 - x * 20 % 256))).isNegative();
  }

  @Test
  void other_sizes_are_not_compared() {
    BufferedImage wide = new BufferedImage(41, 30, BufferedImage.TYPE_INT_RGB);
    assertThatThrownBy(() -> Ssim.of(waves(0), wide)).isInstanceOf(IllegalArgumentException.class);
  }

  private static BufferedImage waves(int noise) {
    Random random = new Random(7);
    return picture((x, y) -> {
      int grey = (int) (128 + 60 * Math.sin(x / 3d) + 40 * Math.cos(y / 5d));
      return Math.clamp(grey + (noise == 0 ? 0 : random.nextInt(2 * noise) - noise), 0, 255);
    });
  }

  private static BufferedImage picture(IntBinaryOperator grey) {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        image.setRGB(x, y, grey.applyAsInt(x, y) * 0x010101);
      }
    }
    return image;
  }
}
