package pms.upload.format;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PixelSizeTest {

  private static final List<String> JDK_FORMATS = List.of("jpg", "png", "gif", "bmp", "tiff");
  private static final int[][] SIZES = {
    {1, 1}, {1, 2}, {2, 1}, {3, 7}, {7, 3}, {16, 16}, {17, 255}, {255, 17}, {256, 256}, {257, 300}, {640, 480}, {1023, 1025}
  };

  @ParameterizedTest
  @MethodSource
  void the_size_stands_in_the_header(String what, byte[] file, int width, int height) {
    assertThat(inspect(file, true))
        .isInstanceOfSatisfying(
            Inspection.Picture.class, picture -> assertThat(picture.size()).contains(new PixelSize(width, height)));
  }

  static Stream<Arguments> the_size_stands_in_the_header() {
    return Arrays.stream(SIZES).flatMap(size -> files(size[0], size[1]));
  }

  private static Stream<Arguments> files(int width, int height) {
    Stream<Arguments> written =
        JDK_FORMATS.stream().map(format -> arguments(format, Samples.written(format, width, height), width, height));
    Stream<Arguments> made =
        Stream.of(
            arguments("webp lossy", Samples.webpLossy(width, height), width, height),
            arguments("webp lossless", Samples.webpLossless(width, height), width, height),
            arguments("webp extended", Samples.webpExtended(width, height), width, height),
            arguments("heic", Samples.heif("heic", new int[] {width, height}), width, height),
            arguments("avif", Samples.heif("avif", new int[] {1, 1}, new int[] {width, height}), width, height),
            arguments("tiff short", tiff(3, width, height, true), width, height),
            arguments("tiff long", tiff(4, width, height, false), width, height));
    return Stream.concat(written, made);
  }

  private static byte[] tiff(int type, int width, int height, boolean little) {
    return Samples.tiff(
        little ? LITTLE_ENDIAN : BIG_ENDIAN, "", new int[] {0x0100, type, 1, width}, new int[] {0x0101, type, 1, height});
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 1000, 65_000, 65_001, 130_000, 200_000, 250_000})
  void application_segments_before_the_frame_are_passed_over(int bytes) {
    assertThat(PixelSize.of(ImageType.JPEG, head(Samples.jpegWithSegments(40, 30, bytes)))).contains(new PixelSize(40, 30));
  }

  @Test
  void a_frame_beyond_the_peek_leaves_the_size_unknown_but_the_file_a_picture() {
    byte[] peek = Arrays.copyOf(Samples.jpegWithSegments(40, 30, 300_000), 262_144);
    assertThat(inspect(peek, false)).isEqualTo(new Inspection.Picture(ImageType.JPEG, Optional.empty()));
  }

  @Test
  void a_bitmap_may_go_from_the_top_down() {
    byte[] bitmap = Samples.written("bmp", 5, 4);
    bitmap[22] = (byte) -4;
    Arrays.fill(bitmap, 23, 26, (byte) 0xFF);
    assertThat(PixelSize.of(ImageType.BMP, head(bitmap))).contains(new PixelSize(5, 4));
  }

  @Test
  void the_largest_of_the_pictures_in_a_container_counts() {
    byte[] heic = Samples.heif("heic", new int[] {512, 512}, new int[] {4032, 3024}, new int[] {320, 240});
    assertThat(PixelSize.of(ImageType.HEIC, head(heic))).contains(new PixelSize(4032, 3024));
  }

  @Test
  void sizes_of_a_bomb_do_not_overflow() {
    assertThat(PixelSize.of(ImageType.PNG, head(Samples.pngHeader(30_000, 30_000))).orElseThrow().pixels())
        .isEqualTo(900_000_000L);
    assertThat(PixelSize.of(ImageType.PNG, head(Samples.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE))).orElseThrow().pixels())
        .isEqualTo(4_611_686_014_132_420_609L);
    assertThat(PixelSize.of(ImageType.PNG, head(Samples.pngHeader(-1, 1)))).isEmpty();
  }

  @Test
  void nothing_has_no_size() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PixelSize(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PixelSize(1, -1));
    assertThat(PixelSize.of(ImageType.PNG, head(Samples.pngHeader(0, 5)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png", "gif", "bmp"})
  void a_file_that_ends_within_its_header_is_broken(String format) {
    byte[] cut = Arrays.copyOf(Samples.written(format, 30, 20), format.equals("gif") ? 9 : format.equals("bmp") ? 26 : 23);
    if (format.equals("bmp")) {
      Arrays.fill(cut, 18, 26, (byte) 0);
    }
    assertThat(inspect(cut, true)).isInstanceOf(Inspection.Broken.class);
    assertThat(inspect(cut, false)).isInstanceOf(Inspection.Picture.class);
  }

  /** H1, as far as our own readers go: whatever the bytes, they answer, and at once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void hostile_bytes_never_throw_or_hang(long seed) {
    Random random = new Random(seed);
    for (byte[] sample : allSamples()) {
      for (int length = 0; length < Math.min(sample.length, 200); length++) {
        inspect(Arrays.copyOf(sample, length), true);
      }
      for (int round = 0; round < 200; round++) {
        byte[] mutated = sample.clone();
        for (int change = 0; change <= random.nextInt(8); change++) {
          mutated[random.nextInt(Math.min(mutated.length, 300))] = (byte) random.nextInt();
        }
        assertThat(inspect(mutated, random.nextBoolean())).isNotNull();
      }
    }
  }

  private static List<byte[]> allSamples() {
    return Stream.concat(files(33, 44).map(arguments -> (byte[]) arguments.get()[1]),
            Stream.of(
                Samples.jpegWithSegments(33, 44, 5000),
                Samples.tiff(LITTLE_ENDIAN, "NIKON\0", new int[] {0x010F, 2, 6, 8}, new int[] {0x014A, 4, 1, 100}),
                Samples.tiff(BIG_ENDIAN, "", new int[] {0xC612, 1, 4, 1}),
                Samples.ftyp("crx ", "isom")))
        .toList();
  }

  private static Inspection inspect(byte[] file, boolean whole) {
    return Inspection.of(Head.of(file, whole));
  }

  private static Head head(byte[] file) {
    return Head.of(file, true);
  }
}
