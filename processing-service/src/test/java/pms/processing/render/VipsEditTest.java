package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
/** The same with libvips. */
class VipsEditTest extends EditTest {

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }

  /** So that pictures of the largest cameras can be edited, too. */
  @Test
  void an_edit_needs_room_for_the_picture_once() throws Unrenderable {
    byte[] file = TestPictures.jpeg(new BufferedImage(6000, 4000, BufferedImage.TYPE_BYTE_GRAY));
    RenderPlan tight = plan(400_000_000, 88 << 20, PLAN.timeLimit());
    Rendered rendered = render(file, tight.with(List.of(new Operation.Rotate(30)), OUTPUTS));
    assertThat(rendered.files()).hasSize(3);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(7196, 6464);
  }

  /** It passes into its file row by row. */
  @Test
  void a_huge_file_shows_the_edit() throws Unrenderable {
    byte[] file = TestPictures.jpeg(TestPictures.scene(5000, 4000));
    Output whole = Output.full("whole", OutputFormat.JPEG, 90);
    Rendered rendered = render(file, PLAN.with(List.of(new Operation.Rotate(90)), List.of(whole)));
    BufferedImage turned = picture(rendered, "whole");
    assertThat(List.of(turned.getWidth(), turned.getHeight())).containsExactly(4000, 5000);
    assertThat(difference(turned.getRGB(3900, 100), Color.RED.getRGB())).isLessThan(12);
    assertThat(rendered.thumbhash()).hasSizeBetween(15, 30);
  }
}
