package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** H2: small files that are large inside. Each ends soon, shown or refused. */
class BombsTest extends RenderTest {

  private static final int PAGE = 18;
  private static final BufferedImage SCENE = TestPictures.scene(200, 100);

  @Test
  void of_ten_thousand_frames_the_first_is_shown() throws Unrenderable {
    byte[] gif = TestPictures.gif(SCENE);
    ByteArrayOutputStream animation = new ByteArrayOutputStream();
    animation.write(gif, 0, gif.length - 1);
    byte[] frame = {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4C, 1, 0};
    for (int i = 0; i < 10_000; i++) {
      animation.writeBytes(frame);
    }
    animation.write(0x3B);
    Rendered rendered = soon(() -> render(animation.toByteArray()));
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(12);
  }

  @Test
  void texts_that_swell_are_left_alone() throws Unrenderable {
    byte[] png = TestPictures.png(SCENE);
    byte[] text = deflated(64 << 20);
    byte[] name = "Comment\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = Arrays.copyOf(name, name.length + text.length);
    System.arraycopy(text, 0, body, name.length, text.length);
    Rendered rendered = soon(() -> render(after(png, 33, chunk("zTXt", body))));
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(3);
  }

  @Test
  void a_profile_that_swells_is_left_alone() throws Unrenderable {
    byte[] name = "Profile\0\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] profile = deflated(64 << 20);
    byte[] body = Arrays.copyOf(name, name.length + profile.length);
    System.arraycopy(profile, 0, body, name.length, profile.length);
    Rendered rendered = soon(() -> render(after(TestPictures.png(SCENE), 33, chunk("iCCP", body))));
    assertThat(difference(picture(rendered, "large"), SCENE)).isLessThan(3);
  }

  @Test
  void directories_that_go_round_in_a_circle_end() {
    byte[] tiff = TestPictures.encoded("tiff", SCENE);
    ByteBuffer file = ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = file.getInt(4);
    file.putInt(directory + 2 + 12 * Short.toUnsignedInt(file.getShort(directory)), directory);
    try {
      assertThat(soon(() -> render(tiff)).files()).hasSize(3);
    } catch (Unrenderable refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  @ParameterizedTest
  @CsvSource({"avif,av01,65280", "avif,av01,16384", "heic,hvc1,65280", "heic,hvc1,1048320"})
  void a_grid_of_tiles_is_refused(String brand, String coding, int side) {
    byte[] grid = GridBomb.of(brand, coding, side);
    assertThatThrownBy(() -> soon(() -> render(grid))).isInstanceOf(Unrenderable.class).hasMessageEndingWith(".");
  }

  @Test
  void of_sixty_five_thousand_pages_the_first_is_shown_or_none() {
    byte[] tiff = TestPictures.encoded("tiff", SCENE);
    ByteOrder order = tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int pages = 65_534;
    ByteBuffer file = ByteBuffer.allocate(tiff.length + pages * PAGE).order(order).put(tiff);
    int directory = file.getInt(4);
    file.putInt(directory + 2 + 12 * Short.toUnsignedInt(file.getShort(directory)), tiff.length);
    for (int i = 1; i <= pages; i++) {
      // One field, the width; then where the next page is.
      file.putShort((short) 1).putShort((short) 256).putShort((short) 4).putInt(1).putInt(1);
      file.putInt(i == pages ? 0 : tiff.length + i * PAGE);
    }
    try {
      assertThat(difference(picture(soon(() -> render(file.array())), "large"), SCENE)).isLessThan(3);
    } catch (Unrenderable refused) {
      assertThat(refused.getMessage()).endsWith(".");
    }
  }

  private interface Work {
    Rendered run() throws Unrenderable;
  }

  /** A second in the words; a busy machine may take many more, a bomb takes for ever. */
  private static Rendered soon(Work work) throws Unrenderable {
    long start = System.nanoTime();
    Rendered rendered = work.run();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    return rendered;
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    byte[] deflated = new byte[1 << 20];
    int length = deflater.deflate(deflated);
    deflater.end();
    return Arrays.copyOf(deflated, length);
  }

  private static byte[] chunk(String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(body);
    return ByteBuffer.allocate(body.length + 12).putInt(body.length).put(name).put(body).putInt((int) sum.getValue()).array();
  }

  private static byte[] after(byte[] file, int at, byte[] more) {
    return ByteBuffer.allocate(file.length + more.length).put(file, 0, at).put(more).put(file, at, file.length - at).array();
  }
}
