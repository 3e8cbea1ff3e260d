package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
/** Pictures that move: all frames for who asks for them, the first for everybody else. */
class VipsAnimationTest extends RenderTest {

  private static final int[] COLOURS = {0xFF0000, 0x00FF00, 0x0000FF};
  private static final byte[] GIF = TestPictures.animation(300, 200, COLOURS);
  private static final Output MOVING = new Output("moving", Fit.INSIDE, 150, 150, Focus.CENTRE, OutputFormat.WEBP, 90).inMotion();

  @Override
  PixelEngine engine() {
    return TestLibrary.fetched().engine();
  }

  @Test
  void all_frames_are_kept_and_scaled() throws Exception {
    Rendered rendered = render(GIF, plan(MOVING));
    Rendered.File file = rendered.files().getFirst();
    assertThat(List.of(file.frames(), file.width(), file.height())).containsExactly(3, 150, 100);
    assertThat(List.of(rendered.width(), rendered.height())).containsExactly(300, 200);
    byte[] webp = Files.readAllBytes(file.path());
    assertThat(count(webp, "ANIM")).isOne();
    assertThat(count(webp, "ANMF")).isEqualTo(3);

    Rendered again = render(webp, plan(new Output("again", Fit.INSIDE, 60, null, Focus.CENTRE, OutputFormat.WEBP, 80).inMotion()));
    assertThat(again.files().getFirst().frames()).isEqualTo(3);
    assertThat(again.files().getFirst().height()).isEqualTo(40);
  }

  @Test
  void whoever_does_not_ask_gets_the_first_frame() throws Exception {
    byte[] webp = Files.readAllBytes(render(GIF, plan(MOVING)).files().getFirst().path());
    for (byte[] moving : List.of(GIF, webp)) {
      BufferedImage first = picture(render(moving), "large");
      assertThat(first.getHeight()).isIn(200, 100);
      assertThat(difference(first.getRGB(9, 9), 0xFF0000)).isLessThan(30);
    }
  }

  @Test
  void what_does_not_move_stands_still() throws Exception {
    Rendered.File still = render(TestPictures.gif(TestPictures.scene(300, 200)), plan(MOVING)).files().getFirst();
    assertThat(List.of(still.frames(), still.width())).containsExactly(1, 150);
    assertThat(render(TestPictures.jpeg(TestPictures.scene(300, 200)), plan(MOVING)).files().getFirst().frames()).isOne();
  }

  @Test
  void an_edited_version_does_not_move() {
    RenderPlan edit = PLAN.with(List.of(new Operation.Rotate(90)), List.of(MOVING));
    assertThatThrownBy(() -> render(GIF, edit)).isInstanceOf(Unrenderable.class).hasMessageContaining("does not move");
  }

  /** H2: what all frames take together is known before the first one is made. */
  @Test
  void too_much_is_refused_by_the_header() {
    assertThatThrownBy(() -> render(GIF, new RenderPlan(List.of(), List.of(MOVING), 179_999, 1 << 30, Duration.ofSeconds(20))))
        .isInstanceOf(Unrenderable.class).hasMessageContaining("3 frames of 300 × 200");
    assertThatThrownBy(() -> render(GIF, new RenderPlan(List.of(), List.of(MOVING), 1 << 30, 150 * 100 * 4 * 3 - 1, Duration.ofSeconds(20))))
        .isInstanceOf(Unrenderable.class).hasMessageContaining("ask for a smaller size");
    byte[] many = TestPictures.animation(2, 2, new int[2_000]);
    assertThatThrownBy(() -> render(many, plan(MOVING))).isInstanceOf(Unrenderable.class).hasMessageContaining("2000 frames");
  }

  /** H2. */
  @Test
  void of_ten_thousand_frames_of_webp_the_first_is_shown_and_all_are_refused() throws Exception {
    byte[] three = Files.readAllBytes(render(GIF, plan(MOVING)).files().getFirst().path());
    ByteBuffer file = ByteBuffer.wrap(three).order(ByteOrder.LITTLE_ENDIAN);
    int frame = new String(three, StandardCharsets.ISO_8859_1).indexOf("ANMF");
    int length = 8 + file.getInt(frame + 4);
    ByteBuffer many = ByteBuffer.allocate(frame + 10_000 * length).order(ByteOrder.LITTLE_ENDIAN).put(three, 0, frame);
    while (many.hasRemaining()) {
      many.put(three, frame, length);
    }
    many.putInt(4, many.capacity() - 8);
    assertThat(difference(picture(render(many.array()), "large").getRGB(9, 9), 0xFF0000)).isLessThan(30);
    assertThatThrownBy(() -> render(many.array(), plan(MOVING))).isInstanceOf(Unrenderable.class).hasMessageContaining("10000 frames");
  }

  /** Who sends a sticker may have taken it at home. */
  @Test
  void what_moves_tells_no_more_than_it_shows() throws Exception {
    byte[] webp = Files.readAllBytes(render(GIF, plan(MOVING)).files().getFirst().path());
    String tag = "Exif\0\0II*\0\10\0\0\0\1\0\17\1\2\0\15\0\0\0\32\0\0\0\0\0\0\0CanaryCamera\0\0";
    byte[] exif = ("EXIF\0\0\0\0" + tag).getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer file = ByteBuffer.allocate(webp.length + exif.length).order(ByteOrder.LITTLE_ENDIAN).put(webp).put(exif);
    file.putInt(4, file.capacity() - 8).putInt(webp.length + 4, exif.length - 8).put(20, (byte) (webp[20] | 8));
    Rendered.File again = render(file.array(), plan(MOVING)).files().getFirst();
    byte[] written = Files.readAllBytes(again.path());
    assertThat(again.frames()).isEqualTo(3);
    assertThat(count(written, "Canary") + count(written, "EXIF") + (written[20] & 8)).isZero();
    assertThat(ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN).getInt(4)).isEqualTo(written.length - 8);
  }

  private static RenderPlan plan(Output output) {
    return PLAN.with(List.of(), List.of(output));
  }

  private static int count(byte[] file, String word) {
    return new String(file, StandardCharsets.ISO_8859_1).split(word, -1).length - 1;
  }
}
