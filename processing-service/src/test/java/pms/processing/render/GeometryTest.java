package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.processing.render.Operation.Adjust;
import pms.processing.render.Operation.Crop;
import pms.processing.render.Operation.Resize;
import pms.processing.render.Operation.Rotate;

/** Sizes that hold in every engine. */
class GeometryTest {

  @ParameterizedTest
  @CsvSource({
    "INSIDE, 800,600, 400,400, 400x300, 400x300",
    "OUTSIDE,800,600, 400,400, 533x400, 533x400",
    "COVER,  800,600, 400,400, 533x400, 400x400",
    "COVER,  800,600, 1000,400, 800x600, 800x320",
    "COVER,  800,600, 2000,2000, 800x600, 600x600",
    "CONTAIN,800,600, 400,400, 400x300, 400x400",
    "CONTAIN,800,600, 1000,1000, 800x600, 1000x1000",
    "FILL,   800,600, 400,100, 400x100, 400x100",
    "FILL,   800,600, 1000,100, 800x100, 800x100",
    "INSIDE, 800,600, 400,, 400x300, 400x300",
    "OUTSIDE,800,600, ,300, 400x300, 400x300",
    "COVER,  800,600, 400,, 400x300, 400x300",
    "INSIDE, 800,600, ,, 800x600, 800x600",
    "INSIDE, 800,600, 900,900, 800x600, 800x600",
    "OUTSIDE,40000,10, 250,250, 16383x4, 16383x4",
    "COVER,  3,1000, 100,100, 3x1000, 3x3"
  })
  void a_fit_tells_what_is_scaled_and_what_comes_out(
      Fit fit, int width, int height, Integer boxWidth, Integer boxHeight, String scaled, String size) {
    Dimensions picture = new Dimensions(width, height);
    assertThat(text(fit.scaled(picture, boxWidth, boxHeight))).isEqualTo(scaled);
    assertThat(text(fit.size(picture, boxWidth, boxHeight))).isEqualTo(size);
  }

  @Test
  void what_covers_is_never_smaller_than_its_crop() {
    for (int side = 1; side < 400; side++) {
      Dimensions picture = new Dimensions(side, 401 - side);
      Dimensions scaled = Fit.COVER.scaled(picture, 77, 33);
      Dimensions size = Fit.COVER.size(picture, 77, 33);
      assertThat(scaled.width()).isBetween(size.width(), picture.width());
      assertThat(scaled.height()).isBetween(size.height(), picture.height());
    }
  }

  @ParameterizedTest
  @CsvSource({"0,800x600,0", "90,600x800,1", "-90,600x800,3", "180,800x600,2", "450,600x800,1", "45,990x990,-1", "0.5,805x607,-1"})
  void a_rotation_gives_its_bounding_box(double degrees, String size, int turns) {
    assertThat(text(new Rotate(degrees).after(new Dimensions(800, 600)))).isEqualTo(size);
    assertThat(new Rotate(degrees).quarterTurns()).isEqualTo(turns);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,10,10", "0,0,801,10", "799,599,2,1", "0,0,0,10", "2147483647,0,10,10"})
  void a_crop_outside_the_picture_is_refused(int x, int y, int width, int height) {
    Crop crop = new Crop(x, y, width, height);
    assertThatThrownBy(() -> crop.after(new Dimensions(800, 600))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_focus_keeps_the_crop_within_the_picture() {
    Dimensions picture = new Dimensions(800, 600);
    Dimensions crop = new Dimensions(400, 600);
    assertThat(Focus.CENTRE.left(picture, crop)).isEqualTo(200);
    assertThat(Focus.at(0, 0).left(picture, crop)).isZero();
    assertThat(Focus.at(1, 1).left(picture, crop)).isEqualTo(400);
    assertThat(Focus.at(1, 1).top(picture, crop)).isZero();
    assertThatThrownBy(() -> Focus.at(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_adjustment_of_nothing_changes_nothing() {
    assertThat(new Adjust(0, 0, 0).matrix()).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(new Adjust(0, 0, 0).offset()).isZero();
    assertThat(new Adjust(0, 0, -100).matrix()[0]).isEqualTo(0.299);
    assertThat(new Adjust(100, 0, 0).offset()).isEqualTo(127.5);
    assertThat(new Resize(10, 10, Fit.FILL).after(new Dimensions(5, 20))).isEqualTo(new Dimensions(5, 10));
  }

  private static String text(Dimensions size) {
    return size.width() + "x" + size.height();
  }
}
