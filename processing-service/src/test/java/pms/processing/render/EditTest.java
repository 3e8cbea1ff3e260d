package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.processing.render.Operation.Adjust;
import pms.processing.render.Operation.Axis;
import pms.processing.render.Operation.Crop;
import pms.processing.render.Operation.Flip;
import pms.processing.render.Operation.Resize;
import pms.processing.render.Operation.Rotate;

/** Operations and fits in the portable engine. */
class EditTest extends RenderTest {

  private static final List<Output> FULL = List.of(Output.full("full", OutputFormat.PNG, 90));
  private static final byte[] PICTURE = TestPictures.png(TestPictures.photograph(151, 100));

  static Stream<List<Operation>> nothings() {
    Rotate quarter = new Rotate(90);
    return Stream.of(
        List.of(quarter, quarter, quarter, quarter),
        List.of(quarter, new Rotate(-90)),
        List.of(new Rotate(180), new Rotate(-180)),
        List.of(new Rotate(360)),
        List.of(new Flip(Axis.HORIZONTAL), new Flip(Axis.HORIZONTAL)),
        List.of(new Flip(Axis.VERTICAL), new Flip(Axis.VERTICAL)),
        List.of(new Flip(Axis.VERTICAL), new Flip(Axis.HORIZONTAL), new Rotate(180)),
        List.of(quarter, new Flip(Axis.HORIZONTAL), quarter, new Flip(Axis.HORIZONTAL)),
        List.of(new Adjust(0, 0, 0)),
        List.of(new Crop(0, 0, 151, 100)),
        List.of(new Resize(500, 500, Fit.INSIDE)));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void what_undoes_itself_leaves_every_pixel(List<Operation> nothing) throws Unrenderable {
    assertThat(pixels(edited(PICTURE, nothing))).isEqualTo(pixels(edited(PICTURE, List.of())));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void alpha_stays_too(List<Operation> nothing) throws Unrenderable {
    BufferedImage veil = new BufferedImage(151, 100, BufferedImage.TYPE_INT_ARGB);
    for (int x = 0; x < 151; x++) {
      for (int y = 0; y < 100; y++) {
        veil.setRGB(x, y, (x + y) << 24 | 0x80FF40);
      }
    }
    byte[] file = TestPictures.png(veil);
    assertThat(pixels(edited(file, nothing))).isEqualTo(pixels(edited(file, List.of())));
    assertThat(edited(file, nothing).getColorModel().hasAlpha()).isTrue();
  }

  @Test
  void a_quarter_turn_is_clockwise() throws Unrenderable {
    BufferedImage turned = edited(PICTURE, List.of(new Rotate(90)));
    BufferedImage plain = edited(PICTURE, List.of());
    assertThat(List.of(turned.getWidth(), turned.getHeight())).containsExactly(100, 151);
    assertThat(turned.getRGB(99, 0)).isEqualTo(plain.getRGB(0, 0));
    assertThat(turned.getRGB(0, 0)).isEqualTo(plain.getRGB(0, 99));
    assertThat(turned.getRGB(30, 40)).isEqualTo(plain.getRGB(40, 99 - 30));
    assertThat(edited(PICTURE, List.of(new Rotate(270))).getRGB(0, 150)).isEqualTo(plain.getRGB(0, 0));
  }

  @Test
  void a_flip_mirrors() throws Unrenderable {
    BufferedImage plain = edited(PICTURE, List.of());
    assertThat(edited(PICTURE, List.of(new Flip(Axis.HORIZONTAL))).getRGB(10, 20)).isEqualTo(plain.getRGB(140, 20));
    assertThat(edited(PICTURE, List.of(new Flip(Axis.VERTICAL))).getRGB(10, 20)).isEqualTo(plain.getRGB(10, 79));
  }

  @Test
  void a_crop_keeps_its_pixels_in_the_upright_picture() throws Unrenderable {
    byte[] lying = TestPictures.withOrientation(TestPictures.jpeg(TestPictures.photograph(160, 96)), 6, true);
    BufferedImage upright = edited(lying, List.of());
    BufferedImage part = edited(lying, List.of(new Crop(11, 100, 40, 30)));
    assertThat(List.of(part.getWidth(), part.getHeight())).containsExactly(40, 30);
    assertThat(part.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(upright.getRGB(11, 100, 40, 30, null, 0, 40));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void however_a_camera_was_held_an_edit_is_of_the_upright_picture(int orientation) throws Unrenderable {
    BufferedImage scene = TestPictures.scene(160, 96);
    byte[] held = TestPictures.withOrientation(TestPictures.jpeg(PicturesTest.stored(scene, orientation)), orientation, false);
    List<Operation> edit = List.of(new Crop(8, 16, 120, 64), new Rotate(90));
    assertThat(difference(edited(held, edit), edited(TestPictures.jpeg(scene), edit))).isLessThan(2);
  }

  @Test
  void a_crop_outside_the_picture_is_refused() {
    assertThatThrownBy(() -> edited(PICTURE, List.of(new Crop(100, 0, 52, 10))))
        .isInstanceOf(Unrenderable.class).hasMessageContaining("is not within 151 × 100");
    assertThatThrownBy(() -> edited(PICTURE, List.of(new Rotate(90), new Crop(0, 0, 101, 10)))).isInstanceOf(Unrenderable.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 30, 45, -10.5, 89.99, 181, 400})
  void any_angle_gives_the_bounding_box_with_white_corners(double degrees) throws Unrenderable {
    BufferedImage turned = edited(TestPictures.png(TestPictures.scene(120, 80)), List.of(new Rotate(degrees)));
    Dimensions box = new Rotate(degrees).after(new Dimensions(120, 80));
    assertThat(List.of(turned.getWidth(), turned.getHeight())).containsExactly(box.width(), box.height());
    assertThat(turned.getRGB(box.width() / 2, box.height() / 2)).isNotEqualTo(Color.WHITE.getRGB());
    if (Math.abs(degrees % 90) > 5 && Math.abs(degrees % 90) < 85) {
      assertThat(turned.getRGB(box.width() - 1, 0)).isEqualTo(Color.WHITE.getRGB());
      assertThat(turned.getRGB(0, box.height() - 1)).isEqualTo(Color.WHITE.getRGB());
    }
  }

  @Test
  void brightness_contrast_and_saturation_do_what_they_say() throws Unrenderable {
    byte[] grey = flat(new Color(100, 100, 100));
    assertThat(colour(grey, new Adjust(20, 0, 0))).isEqualTo(new Color(126, 126, 126));
    assertThat(colour(grey, new Adjust(-100, 0, 0))).isEqualTo(new Color(0, 0, 0));
    assertThat(colour(grey, new Adjust(0, 100, 0))).isEqualTo(new Color(73, 73, 73));
    assertThat(colour(grey, new Adjust(0, 0, 100))).isEqualTo(new Color(100, 100, 100));
    assertThat(colour(flat(Color.RED), new Adjust(0, 0, -100))).isEqualTo(new Color(76, 76, 76));
  }

  @Test
  void thumbnails_of_an_edit_show_the_edit() throws Unrenderable {
    byte[] file = TestPictures.jpeg(TestPictures.scene(3000, 2000));
    // The red corner, a bit of what is below it, then lying on its side.
    List<Operation> edit = List.of(new Crop(0, 0, 1000, 900), new Resize(500, 500, Fit.INSIDE), new Rotate(90));
    Rendered rendered = render(file, PLAN.with(edit, OUTPUTS));
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(450, 500);
    BufferedImage small = picture(rendered, "small");
    assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(250, 278);
    // From the top left corner of the original, 667 of the 900 rows are red: now that is on the right.
    assertThat(difference(small.getRGB(240, 130), Color.RED.getRGB())).isLessThan(30);
    assertThat(difference(small.getRGB(20, 130), Color.RED.getRGB())).isGreaterThan(60);
  }

  @Test
  void an_edit_that_is_shrunk_first_looks_like_one_that_is_not() throws Unrenderable {
    byte[] file = TestPictures.png(TestPictures.scene(1200, 900));
    List<Operation> edit = List.of(new Rotate(30), new Crop(200, 100, 800, 700), new Flip(Axis.VERTICAL), new Resize(600, 300, Fit.COVER));
    BufferedImage full = edited(file, edit);
    BufferedImage small = output(file, edit, Fit.INSIDE, 150, 150);
    assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(150, 75);
    assertThat(difference(Fitting.resized(full, new Dimensions(150, 75)), small)).isLessThan(4);
  }

  @Test
  void every_fit_gives_its_size() throws Unrenderable {
    byte[] file = TestPictures.png(TestPictures.scene(400, 200));
    for (Fit fit : Fit.values()) {
      Dimensions size = fit.size(new Dimensions(400, 200), 90, 90);
      BufferedImage picture = output(file, List.of(), fit, 90, 90);
      assertThat(List.of(picture.getWidth(), picture.getHeight())).as("%s", fit).containsExactly(size.width(), size.height());
    }
    BufferedImage framed = output(file, List.of(), Fit.CONTAIN, 90, 90);
    assertThat(framed.getRGB(45, 5)).isEqualTo(Color.WHITE.getRGB());
    assertThat(framed.getRGB(45, 85)).isEqualTo(Color.WHITE.getRGB());
    assertThat(difference(framed.getRGB(5, 30), Color.RED.getRGB())).isLessThan(30);
  }

  @Test
  void the_same_recipe_gives_the_same_bytes() throws Exception {
    byte[] file = TestPictures.jpeg(TestPictures.photograph(300, 200));
    RenderPlan plan = PLAN.with(List.of(new Rotate(12), new Adjust(5, 10, -20)), OUTPUTS);
    List<Rendered.File> one = render(file, plan).files();
    List<Rendered.File> two = render(file, plan).files();
    for (int i = 0; i < one.size(); i++) {
      assertThat(Arrays.equals(bytes(one.get(i)), bytes(two.get(i)))).isTrue();
    }
  }

  @Test
  void an_edit_costs_what_it_is_said_to_cost() {
    byte[] file = TestPictures.png(TestPictures.scene(2000, 2000));
    RenderPlan tight = plan(400_000_000, 32 << 20, PLAN.timeLimit()).with(List.of(new Rotate(45)), FULL);
    assertThatThrownBy(() -> render(file, tight)).isInstanceOf(Unrenderable.class).hasMessageContaining("more than the limit of 32 MiB");
  }

  private static byte[] bytes(Rendered.File file) throws IOException {
    return Files.readAllBytes(file.path());
  }

  private BufferedImage edited(byte[] file, List<Operation> operations) throws Unrenderable {
    return picture(render(file, PLAN.with(operations, FULL)), "full");
  }

  private BufferedImage output(byte[] file, List<Operation> operations, Fit fit, int width, int height) throws Unrenderable {
    Output output = new Output("one", fit, width, height, Focus.CENTRE, OutputFormat.PNG, 90);
    return picture(render(file, PLAN.with(operations, List.of(output))), "one");
  }

  private Color colour(byte[] file, Operation operation) throws Unrenderable {
    return new Color(edited(file, List.of(operation)).getRGB(3, 3));
  }

  private static byte[] flat(Color colour) {
    BufferedImage flat = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      flat.setRGB(i % 8, i / 8, colour.getRGB());
    }
    return TestPictures.png(flat);
  }

  private static int[] pixels(BufferedImage picture) {
    return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
