package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures of phones: of the libraries the machine's own one alone has a decoder for them. */
@OfTheMachine
class MachineHeicTest extends RenderTest {

  private static final BufferedImage SCENE = TestPictures.scene(640, 480);

  @Override
  PixelEngine engine() {
    return TestLibrary.ofTheMachine().engine();
  }

  @BeforeEach
  void only_where_it_can_be_read() {
    assumeTrue(engine().info().reads().contains("HEIC"), "skipped: the machine's libvips reads no HEIC; with libheif and libde265 it does");
  }

  @Test
  void a_heic_is_shown_as_it_was() throws Unrenderable {
    byte[] file = made(HeicFiles.of(SCENE, folder));
    assertThat(Format.of(file)).isEqualTo(Format.HEIC);
    Rendered rendered = render(file);
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(4);
    assertThat(rendered.thumbhash()).hasSizeBetween(15, 30);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,8", "2,3", "3,6"})
  void tiles_stand_where_they_belong_and_upright(int quarters, int held) throws Unrenderable {
    BufferedImage stored = PicturesTest.stored(SCENE, held);
    byte[] file = made(HeicFiles.grid(stored, folder, HeicFiles.turned(quarters)));
    Rendered rendered = render(file);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(640, 480);
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(4);
  }

  @Test
  void its_profile_is_applied() throws Unrenderable {
    BufferedImage grey = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 128 * 128; i++) {
      grey.setRGB(i % 128, i / 128, 0x808080);
    }
    byte[] linear = HeicFiles.profile(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData());
    int seen = picture(render(made(HeicFiles.grid(grey, folder, linear))), "large").getRGB(64, 64) & 255;
    assertThat(seen).isCloseTo(188, within(6));
  }

  @Test
  void it_can_be_edited() throws Unrenderable {
    byte[] file = made(HeicFiles.grid(SCENE, folder));
    RenderPlan edit = PLAN.with(List.of(new Operation.Crop(0, 0, 320, 480), new Operation.Rotate(90)), OUTPUTS);
    Rendered rendered = render(file, edit);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(480, 320);
    BufferedImage seen = picture(rendered, "large");
    assertThat(difference(seen.getRGB(470, 10), SCENE.getRGB(10, 10))).isLessThan(24);
    assertThat(difference(seen.getRGB(10, 10), SCENE.getRGB(10, 470))).isLessThan(24);
  }

  /** Of 48 megapixels, as phones take them, within the memory that a worker has; H2: what claims more is refused by its header. */
  @Test
  void the_largest_of_phones_fit_into_a_worker() throws Unrenderable {
    BufferedImage tile = TestPictures.scene(512, 512);
    byte[] one = made(HeicFiles.of(tile, folder));
    RenderPlan roomy = plan(400_000_000, 384 << 20, PLAN.timeLimit());
    Rendered rendered = render(HeicFiles.grid(16, 12, one, 512, 512), roomy);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(8192, 6144);
    assertThat(picture(rendered, "large").getWidth()).isEqualTo(1920);
    byte[] larger = HeicFiles.grid(16, 16, one, 512, 512);
    assertThatThrownBy(() -> render(larger, plan(400_000_000, 128 << 20, PLAN.timeLimit())))
        .isInstanceOf(Unrenderable.class).hasMessageContaining("8192 × 8192").hasMessageContaining("limit");
    assertThatThrownBy(() -> render(larger, plan(50_000_000, 384 << 20, PLAN.timeLimit())))
        .isInstanceOf(Unrenderable.class).hasMessageContaining("8192 × 8192").hasMessageContaining("limit");
  }

  @Test
  void what_is_cut_off_ends_with_a_reason() {
    byte[] file = made(HeicFiles.of(SCENE, folder));
    for (int part = 1; part < 16; part++) {
      byte[] cut = Arrays.copyOf(file, file.length * part / 16);
      assertThatThrownBy(() -> render(cut)).isInstanceOf(Unrenderable.class).message().matches("(?s)[A-Z].*\\.");
    }
  }

  private static byte[] made(Optional<byte[]> file) {
    assumeTrue(file.isPresent(), "skipped: no heif-enc makes the picture (Debian's package libheif-examples has it)");
    return file.orElseThrow();
  }
}
