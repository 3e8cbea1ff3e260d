package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** H1, H2, H5: hostile and broken files end in a sentence for their owner. */
class BrokenPicturesTest extends RenderTest {

  private static final BufferedImage SCENE = TestPictures.photograph(320, 240);
  private static final Map<String, byte[]> SEEDS = new TreeMap<>(Map.of(
      "baseline", TestPictures.withOrientation(TestPictures.jpeg(SCENE), 6, true),
      "progressive", TestPictures.jpeg(SCENE, true),
      "png", TestPictures.png(SCENE),
      "gif", TestPictures.gif(SCENE),
      "bmp", TestPictures.encoded("bmp", SCENE),
      "tiff", TestPictures.encoded("tiff", SCENE),
      "cmyk", TestPictures.cmykJpeg(64, 64, 9, 99, 199, 9)));

  static Stream<Arguments> truncations() {
    return Stream.of("baseline", "progressive", "png", "gif", "bmp", "tiff", "cmyk")
        .flatMap(seed -> IntStream.range(0, 16).mapToObj(part -> Arguments.of(seed, part)));
  }

  @ParameterizedTest
  @MethodSource("truncations")
  void a_truncated_file_fails_with_its_reason(String seed, int sixteenths) {
    byte[] file = SEEDS.get(seed);
    byte[] part = Arrays.copyOf(file, file.length * sixteenths / 16);
    if (part.length < 8) {
      assertThatThrownBy(() -> render(part)).isInstanceOf(Unrenderable.class);
      return;
    }
    assertThatThrownBy(() -> render(part)).isInstanceOf(Unrenderable.class).hasMessageContaining("ends too early");
  }

  @Test
  void a_jpeg_that_lacks_only_its_end_marker_is_shown() throws Unrenderable {
    byte[] file = SEEDS.get("baseline");
    assertThat(render(Arrays.copyOf(file, file.length - 2)).files()).hasSize(3);
  }

  @Test
  void what_follows_the_picture_does_not_matter() throws Unrenderable {
    byte[] file = Arrays.copyOf(SEEDS.get("baseline"), SEEDS.get("baseline").length + 5000);
    assertThat(render(file).files()).hasSize(3);
  }

  /** Of each seed; half of the damage goes into the first 200 bytes, where lengths and sizes are. */
  @ParameterizedTest
  @ValueSource(strings = {"baseline", "progressive", "png", "gif", "bmp", "tiff", "cmyk"})
  void flipped_bits_never_do_more_than_fail(String seed) {
    RenderPlan small = plan(4_000_000, 64 << 20, Duration.ofSeconds(10));
    for (int round = 0; round < rounds(); round++) {
      Random random = new Random(seed.hashCode() * 1000L + round);
      byte[] file = SEEDS.get(seed).clone();
      int flips = 1 + random.nextInt(8);
      for (int flip = 0; flip < flips; flip++) {
        int range = random.nextBoolean() ? Math.min(200, file.length) : file.length;
        file[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertThat(render(file, small).files()).as(seed + " " + round).hasSize(3);
      } catch (Unrenderable failed) {
        assertThat(failed.getMessage()).as(seed + " " + round).matches("(?s)[A-Z].*\\.");
      }
    }
  }

  int rounds() {
    return 160;
  }

  @ParameterizedTest
  @CsvSource({"30000,30000", "65535,65535", "100000,100000", "2147483647,1", "2147483647,2147483647"})
  void a_bomb_is_refused_by_its_header(int width, int height) {
    byte[] bomb = TestPictures.pngThatClaims(width, height);
    assertThatThrownBy(() -> render(bomb)).isInstanceOf(Unrenderable.class).hasMessageContaining("limit");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "", "x", "GIF", "GIF89a", "BM", "II*\0", "MM\0*", "%PDF-1.7", "<svg xmlns='http://www.w3.org/2000/svg'/>", "hello, I am .jpg",
    "RIFF\0\0\0\0WEBPVP8 ", "\0\0\0\u0018ftypheic", "\0\0\0\u0018ftypavif", "PK\u0003\u0004", "%!PS-Adobe", "push graphic-context"
  })
  void what_is_no_readable_picture_fails_with_its_reason(String text) {
    byte[] file = text.getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> render(file))
        .isInstanceOf(Unrenderable.class)
        .message()
        .matches("(Unsupported format: |The file ends too early: |The picture's data is damaged).*");
  }

  @Test
  void a_jpeg_of_a_thousand_scans_is_refused() {
    byte[] bomb = Bombs.scans();
    assertThatThrownBy(() -> render(bomb)).isInstanceOf(Unrenderable.class).hasMessageContaining("limit of 200 scans");
  }
}
