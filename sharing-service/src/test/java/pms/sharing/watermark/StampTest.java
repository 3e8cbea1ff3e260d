package pms.sharing.watermark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.problem.Problem;

class StampTest {

  @ParameterizedTest
  @CsvSource({"400, 300", "300, 4000", "4000, 100", "20, 20"})
  void the_text_is_in_the_picture_whatever_its_size(int width, int height) {
    BufferedImage picture = grey(width, height);
    new Stamp("© Alice").on(picture);
    assertThat(changed(picture, 0, 0, width, height)).isPositive();
    if (width >= 400) {
      assertThat(changed(picture, 0, 0, width / 3, height)).isZero();
    }
  }

  @Test
  void sixty_wide_letters_stay_within_the_picture() {
    BufferedImage picture = grey(400, 300);
    new Stamp("W".repeat(60)).on(picture);
    assertThat(changed(picture, 0, 0, 15, 300)).isZero();
    assertThat(changed(picture, 15, 200, 100, 300)).isPositive();
  }

  @Test
  void letters_stand_side_by_side_on_one_line() {
    Rectangle2D one = Lettering.get().outline("l").getBounds2D();
    Rectangle2D two = Lettering.get().outline("ll").getBounds2D();
    assertThat(two.getWidth()).isGreaterThan(2 * one.getWidth());
    assertThat(one.getMinY()).isBetween(-1d, -0.5);
    assertThat(one.getMaxY()).isBetween(-0.01, 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"© Alice", "Jürgen Ößwald 2026", "Ελένη", "Иван & Söhne <b>", "“x”"})
  void what_people_are_called_can_be_drawn(String text) {
    assertThatCode(() -> WatermarkText.checked(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "A\u202eB", "日本", "1234567890123456789012345678901234567890123456789012345678901"})
  void what_cannot_be_drawn_is_refused(String text) {
    assertThatThrownBy(() -> WatermarkText.checked(text)).isInstanceOf(Problem.class).hasMessageStartingWith("watermark: ");
  }

  private static BufferedImage grey(int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    var canvas = picture.createGraphics();
    canvas.setColor(Color.GRAY);
    canvas.fillRect(0, 0, width, height);
    canvas.dispose();
    return picture;
  }

  private static long changed(BufferedImage picture, int left, int top, int right, int bottom) {
    long changed = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        changed += picture.getRGB(x, y) == Color.GRAY.getRGB() ? 0 : 1;
      }
    }
    return changed;
  }
}
