package pms.processing.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest extends RenderTest {

  /** Each engine is given the same ones, and to make a large one takes longer than to render it. */
  private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

  static Stream<Arguments> orientations() {
    return IntStream.rangeClosed(1, 8)
        .boxed()
        .flatMap(orientation -> Stream.of(
            Arguments.of(orientation, 640, 400, false),
            Arguments.of(orientation, 400, 640, true),
            Arguments.of(orientation, 2001, 1603, true)));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void every_orientation_gives_the_same_upright_picture(int orientation, int width, int height, boolean littleEndian)
      throws Unrenderable {
    BufferedImage upright = TestPictures.scene(width, height);
    byte[] stored = made("held " + orientation, width, height, () -> TestPictures.jpeg(stored(upright, orientation)));
    Rendered rendered = render(TestPictures.withOrientation(stored, orientation, littleEndian));
    Rendered expected = render(made("jpeg", width, height, () -> TestPictures.jpeg(upright)));
    assertThat(rendered.width()).isEqualTo(width);
    assertThat(rendered.height()).isEqualTo(height);
    for (String size : new String[] {"large", "medium", "small"}) {
      assertThat(difference(picture(rendered, size), picture(expected, size))).isLessThan(2);
    }
  }

  /** What a camera held so would have stored. */
  static BufferedImage stored(BufferedImage upright, int orientation) {
    int w = upright.getWidth();
    int h = upright.getHeight();
    boolean turned = orientation > 4;
    BufferedImage stored = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < stored.getHeight(); y++) {
      for (int x = 0; x < stored.getWidth(); x++) {
        int rgb = switch (orientation) {
          case 2 -> upright.getRGB(w - 1 - x, y);
          case 3 -> upright.getRGB(w - 1 - x, h - 1 - y);
          case 4 -> upright.getRGB(x, h - 1 - y);
          case 5 -> upright.getRGB(y, x);
          case 6 -> upright.getRGB(w - 1 - y, x);
          case 7 -> upright.getRGB(w - 1 - y, h - 1 - x);
          case 8 -> upright.getRGB(y, h - 1 - x);
          default -> upright.getRGB(x, y);
        };
        stored.setRGB(x, y, rgb);
      }
    }
    return stored;
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 9, 255, 30000})
  void a_nonsensical_orientation_is_taken_as_upright(int orientation) throws Unrenderable {
    byte[] jpeg = TestPictures.jpeg(TestPictures.scene(300, 200));
    Rendered rendered = render(TestPictures.withOrientation(jpeg, orientation, false));
    assertThat(difference(picture(rendered, "large"), picture(render(jpeg), "large"))).isLessThan(0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1, 1x1,1x1,1x1",
    "2,3, 2x3,2x3,2x3",
    "251,250, 251x250,251x250,251x250",
    "250,900, 250x900,250x900,250x900",
    "721,1000, 721x1000,720x999,250x347",
    "1500,1441, 1499x1440,749x720,260x250",
    "2880,1440, 2880x1440,1440x720,500x250",
    "4000,3000, 1920x1440,960x720,333x250",
    "3000,4000, 1440x1920,720x960,250x333",
    "1,5000, 1x5000,1x5000,1x5000",
    "20000,10, 16383x8,16383x8,16383x8",
    "20000,1000, 16383x819,14400x720,5000x250"
  })
  void the_short_side_counts_and_nothing_is_enlarged(int width, int height, String large, String medium, String small)
      throws Unrenderable {
    for (byte[] file : new byte[][] {
      made("jpeg", width, height, () -> TestPictures.jpeg(TestPictures.scene(width, height))),
      made("png", width, height, () -> TestPictures.png(TestPictures.scene(width, height)))
    }) {
      Rendered rendered = render(file);
      assertThat(rendered.files())
          .extracting(found -> found.size() + " " + found.width() + "x" + found.height())
          .containsExactly("large " + large, "medium " + medium, "small " + small);
      assertThat(rendered.files()).allSatisfy(found -> {
        BufferedImage picture = read(found);
        assertThat(picture.getWidth()).isEqualTo(found.width());
        assertThat(picture.getHeight()).isEqualTo(found.height());
      });
    }
  }

  @Test
  void the_sizes_of_a_small_picture_are_one_file() throws Exception {
    List<Rendered.File> files = render(TestPictures.png(TestPictures.scene(200, 100))).files();
    byte[] large = Files.readAllBytes(files.getFirst().path());
    assertThat(files).hasSize(3).allSatisfy(file -> assertThat(file.path()).hasBinaryContent(large));
  }

  @Test
  void a_png_wider_than_any_jpeg_can_be_is_shown() throws Unrenderable {
    Rendered rendered = render(TestPictures.png(new BufferedImage(70_000, 2, BufferedImage.TYPE_BYTE_GRAY)));
    assertThat(rendered.files().getFirst().width()).isEqualTo(16_383);
  }

  @ParameterizedTest
  @EnumSource(value = OutputFormat.class, names = {"JPEG", "PNG"})
  void a_whole_file_is_as_large_as_its_picture(OutputFormat format) throws Unrenderable {
    byte[] wide = TestPictures.png(new BufferedImage(17_000, 4, BufferedImage.TYPE_INT_RGB));
    Rendered.File file = render(wide, PLAN.with(List.of(), List.of(Output.full("whole", format, 90)))).files().getFirst();
    assertThat(List.of(file.width(), file.height())).containsExactly(17_000, 4);
    assertThat(read(file).getWidth()).isEqualTo(17_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
  void every_readable_format_looks_like_its_picture(String format) throws Unrenderable {
    BufferedImage scene = TestPictures.scene(500, 300);
    Rendered rendered = render(TestPictures.encoded(format, scene));
    assertThat(difference(picture(rendered, "large"), scene)).isLessThan(format.equals("gif") ? 12 : 3);
    assertThat(rendered.thumbhash()).hasSizeBetween(5, 30);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void interlaced_and_progressive_pictures_are_complete(boolean jpeg) throws Unrenderable {
    BufferedImage scene = TestPictures.scene(1900, 1600);
    byte[] file = jpeg ? TestPictures.jpeg(scene, true) : TestPictures.interlacedPng(scene);
    BufferedImage large = picture(render(file), "large");
    BufferedImage expected = picture(render(TestPictures.jpeg(scene)), "large");
    assertThat(difference(large, expected)).isLessThan(2);
  }

  @Test
  void what_shines_through_becomes_white() throws Unrenderable {
    BufferedImage glass = new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 3600; i++) {
      glass.setRGB(i % 60, i / 60, i % 60 < 30 ? 0x00FF0000 : 0x80000000);
    }
    BufferedImage large = picture(render(TestPictures.png(glass)), "large");
    assertThat(difference(large.getRGB(10, 30), 0xFFFFFF)).isLessThan(12);
    assertThat(difference(large.getRGB(50, 30), 0x7F7F7F)).isLessThan(12);
  }

  @Test
  void transparent_parts_do_not_bleed_their_hidden_colour_when_shrunk() throws Unrenderable {
    BufferedImage glass = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 1_000_000; i++) {
      glass.setRGB(i % 1000, i / 1000, (i & 1) == 0 ? 0x00FF0000 : 0xFF0000FF);
    }
    int pixel = picture(render(TestPictures.png(glass)), "small").getRGB(120, 120);
    assertThat(difference(pixel, 0x7F7FFF)).isLessThan(60);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 64, 128, 200, 255})
  void grey_stays_as_grey_as_it_was(int grey) throws Unrenderable {
    for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_INT_RGB}) {
      BufferedImage flat = new BufferedImage(40, 40, type);
      int bits = type == BufferedImage.TYPE_USHORT_GRAY ? grey * 257 : grey;
      for (int i = 0; i < 1600; i++) {
        for (int band = 0; band < flat.getRaster().getNumBands(); band++) {
          flat.getRaster().setSample(i % 40, i / 40, band, bits);
        }
      }
      assertThat(middle(TestPictures.png(flat)).getRed()).isBetween(grey - 2, grey + 2);
      if (type != BufferedImage.TYPE_USHORT_GRAY) {
        assertThat(middle(TestPictures.jpeg(flat)).getGreen()).isBetween(grey - 2, grey + 2);
      }
    }
  }

  @Test
  void sixteen_bits_a_sample_are_shown() throws Unrenderable {
    ImageTypeSpecifier deep =
        ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), new int[] {0, 1, 2, 3}, DataBuffer.TYPE_USHORT, true, false);
    BufferedImage picture = deep.createBufferedImage(50, 40);
    for (int i = 0; i < 2000; i++) {
      picture.getRaster().setPixel(i % 50, i / 50, new int[] {0xFFFF, 0x8080, 0x1010, 0xFFFF});
    }
    assertThat(difference(middle(TestPictures.png(picture)).getRGB(), 0xFF8010)).isLessThan(8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void palettes_are_shown(int bits) throws Unrenderable {
    int size = 1 << bits;
    byte[] ramp = new byte[size];
    byte[] zero = new byte[size];
    for (int i = 0; i < size; i++) {
      ramp[i] = (byte) (255 * i / (size - 1));
    }
    IndexColorModel palette = new IndexColorModel(bits, size, ramp, zero, zero);
    int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    BufferedImage picture = new BufferedImage(31, 31, type, palette);
    for (int i = 0; i < 961; i++) {
      picture.getRaster().setSample(i % 31, i / 31, 0, size - 1);
    }
    assertThat(difference(middle(TestPictures.png(picture)).getRGB(), 0xFF0000)).isLessThan(8);
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,0,FFFFFF", "0,0,0,255,000000", "255,0,0,0,00FFFF", "0,255,255,0,FF0000", "0,0,255,128,7F7F00"})
  void ink_is_shown_as_light(int cyan, int magenta, int yellow, int black, String rgb) throws Unrenderable {
    Color seen = middle(TestPictures.cmykJpeg(64, 48, cyan, magenta, yellow, black));
    assertThat(difference(seen.getRGB(), Integer.parseInt(rgb, 16))).isLessThan(differenceOfInk());
  }

  /** Without a profile it is anybody's guess what ink looks like. */
  int differenceOfInk() {
    return 12;
  }

  @Test
  void an_embedded_profile_is_applied() throws Unrenderable {
    BufferedImage grey = new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 6400; i++) {
      grey.setRGB(i % 80, i / 80, 0x808080);
    }
    byte[] jpeg = TestPictures.jpeg(grey);
    Color linear = middle(TestPictures.withProfile(jpeg, ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)));
    assertThat(linear.getRed()).isBetween(184, 192);
    Color standard = middle(TestPictures.withProfile(jpeg, ICC_Profile.getInstance(ColorSpace.CS_sRGB)));
    assertThat(standard.getRed()).isBetween(126, 130);
    Color misplaced = middle(TestPictures.withProfile(jpeg, ICC_Profile.getInstance(ColorSpace.CS_GRAY)));
    assertThat(misplaced.getRed()).isBetween(126, 130);
  }

  @Test
  void the_same_picture_gives_the_same_bytes() throws Unrenderable {
    byte[] file = TestPictures.jpeg(TestPictures.photograph(1800, 1600));
    Rendered once = render(file);
    Rendered again = render(file);
    assertThat(again.thumbhash()).isEqualTo(once.thumbhash());
    for (int i = 0; i < once.files().size(); i++) {
      assertThat(again.files().get(i).path()).hasSameBinaryContentAs(once.files().get(i).path());
    }
  }

  @Test
  void shrinking_averages_and_does_not_leave_out() throws Unrenderable {
    BufferedImage stripes = new BufferedImage(2880, 2880, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 2880; y++) {
      for (int x = 0; x < 2880; x += 2) {
        stripes.setRGB(x, y, 0xFFFFFF);
      }
    }
    Color large = new Color(picture(render(TestPictures.jpeg(stripes)), "large").getRGB(700, 700));
    assertThat(large.getRed()).isBetween(122, 133);
  }

  private static byte[] made(String kind, int width, int height, Supplier<byte[]> maker) {
    return MADE.computeIfAbsent(kind + " " + width + "x" + height, _ -> maker.get());
  }

  private Color middle(byte[] file) throws Unrenderable {
    BufferedImage large = picture(render(file), "large");
    return new Color(large.getRGB(large.getWidth() / 2, large.getHeight() / 2));
  }
}
