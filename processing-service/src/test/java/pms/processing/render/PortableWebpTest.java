package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebP where there is no libvips. The files are made with one, where there is. */
class PortableWebpTest extends RenderTest {

  private static final int VP8X = 30;

  private BufferedImage scene;
  private byte[] webp;

  @Override
  PixelEngine engine() {
    return new PortableEngine();
  }

  @BeforeEach
  void write() throws Exception {
    scene = TestPictures.scene(640, 480);
    webp = written(TestPictures.png(scene));
  }

  @Test
  void it_looks_as_it_was() throws Exception {
    assertThat(Format.of(webp)).isEqualTo(Format.WEBP);
    assertThat(difference(picture(render(webp), "large"), scene)).isLessThan(6);
  }

  @Test
  void it_is_turned_as_its_exif_says() throws Exception {
    Rendered turned = render(withExif(webp, 6));
    assertThat(turned.width()).isEqualTo(480);
    assertThat(turned.height()).isEqualTo(640);
    assertThat(difference(picture(turned, "large"), picture(render(TestPictures.withOrientation(TestPictures.jpeg(scene), 6, true)), "large")))
        .isLessThan(6);
  }

  @Test
  void what_is_not_there_ends_with_a_reason() {
    for (int length : new int[] {16, 25, 40, webp.length / 3, webp.length / 2, webp.length - 200}) {
      assertThatThrownBy(() -> render(Arrays.copyOf(webp, length))).as("%d bytes", length).isInstanceOf(Unrenderable.class);
    }
  }

  @Test
  void one_that_its_decoder_cannot_hold_is_refused_before() {
    RenderPlan tight = new RenderPlan(
        List.of(), List.of(Output.shortSide("small", 100, OutputFormat.JPEG, 80)), 4_000_000, 2 << 20, Duration.ofSeconds(20));
    assertThatThrownBy(() -> render(webp, tight)).isInstanceOf(Unrenderable.class).hasMessageContaining("limit of 2 MiB");
  }

  private byte[] written(byte[] png) throws Unrenderable, IOException {
    Path file = Files.write(folder.resolve("scene.png"), png);
    PixelEngine vips = TestLibrary.fetched().engine();
    RenderPlan plan = new RenderPlan(
        List.of(), List.of(Output.shortSide("written", 480, OutputFormat.WEBP, 90)), 4_000_000, 64 << 20, Duration.ofSeconds(20));
    return Files.readAllBytes(vips.render(file, folder, plan).files().getFirst().path());
  }

  /** An extended file of these pixels, of which EXIF is a part. */
  private static byte[] withExif(byte[] webp, int orientation) throws IOException {
    byte[] pixels = pixels(webp);
    ByteBuffer exif = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
    exif.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int width = 640 - 1;
    int height = 480 - 1;
    ByteBuffer head = ByteBuffer.allocate(VP8X).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(VP8X - 8 + pixels.length + 8 + exif.capacity());
    head.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).put((byte) 8).put(new byte[3]);
    head.put((byte) width).put((byte) (width >> 8)).put((byte) 0).put((byte) height).put((byte) (height >> 8)).put((byte) 0);
    out.write(head.array());
    out.write(pixels);
    ByteBuffer chunk = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.write(chunk.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.capacity()).array());
    out.write(exif.array());
    return out.toByteArray();
  }

  /** Its chunk alone: libvips writes EXIF of its own. */
  private static byte[] pixels(byte[] webp) {
    int start = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
    int length = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(start + 4);
    return Arrays.copyOfRange(webp, start, start + 8 + length + (length & 1));
  }
}
