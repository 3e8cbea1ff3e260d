package pms.kit.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L4: what a stripped file tells, byte by byte. */
class StripperTest {

  private static final BufferedImage PICTURE = picture();
  private static final String CAMERA = "CanaryCamera";
  private static final String PLACE = "CanaryPlace";
  private static final String NORTH = "NOORTH";

  @Test
  void a_stripped_jpeg_tells_nothing_and_looks_the_same() throws IOException {
    byte[] stripped = strip(jpeg(6), Strip.ALL);
    assertThat(text(stripped)).doesNotContain(CAMERA, PLACE, NORTH, "Canary", "http:", "Photoshop", "MPF");
    assertThat(text(stripped)).contains("ICC_PROFILE", "Exif\0\0");
    assertThat(Exif.orientation(exif(stripped))).isEqualTo(6);
    same(stripped, jpeg(6));
  }

  @Test
  void an_upright_jpeg_keeps_no_exif_at_all() throws IOException {
    assertThat(text(strip(jpeg(1), Strip.ALL))).doesNotContain("Exif");
  }

  @Test
  void without_its_place_a_jpeg_still_tells_its_camera() throws IOException {
    byte[] stripped = strip(jpeg(6), Strip.GPS);
    assertThat(text(stripped)).contains(CAMERA, "ICC_PROFILE").doesNotContain(PLACE, NORTH, "Photoshop", "MPF", "GPSLatitude");
    assertThat(Exif.orientation(exif(stripped))).isEqualTo(6);
    same(stripped, jpeg(6));
  }

  @Test
  void a_text_that_names_no_place_stays_without_gps_only() throws IOException {
    byte[] titled = withSegment(plainJpeg(), 0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>CanaryTitle</x:xmpmeta>");
    assertThat(text(strip(titled, Strip.GPS))).contains("CanaryTitle");
    assertThat(text(strip(titled, Strip.ALL))).doesNotContain("CanaryTitle");
  }

  @Test
  void a_second_picture_in_the_file_goes() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(plainJpeg());
    both.writeBytes(jpeg(3));
    assertThat(strip(both.toByteArray(), Strip.GPS)).isEqualTo(strip(plainJpeg(), Strip.GPS));
  }

  @Test
  void broken_exif_is_replaced_by_the_orientation() throws IOException {
    byte[] tiff = tiff(8, true);
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 2 * 12 + 8, 1 << 30);
    assertThat(Exif.withoutPlace(tiff)).isEqualTo(Exif.minimal(8));
    assertThat(Exif.withoutPlace(new byte[3])).isEqualTo(Exif.minimal(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_place_goes_in_both_byte_orders(boolean little) {
    byte[] without = Exif.withoutPlace(tiff(5, little));
    assertThat(text(without)).contains(CAMERA).doesNotContain(NORTH);
    assertThat(Exif.orientation(without)).isEqualTo(5);
    assertThat(without).hasSameSizeAs(tiff(5, little));
    assertThat(Exif.withoutPlace(without)).isEqualTo(without);
  }

  /** Some cameras write the city and the landmark into their own notes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_place_goes_from_directories_within_and_from_makers_notes(boolean little) {
    byte[] without = Exif.withoutPlace(nested(little));
    assertThat(text(without)).contains(CAMERA).doesNotContain(NORTH, PLACE);
    assertThat(Exif.orientation(without)).isEqualTo(5);
    assertThat(Exif.withoutPlace(without)).isEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 7, 1 << 30})
  void directories_within_that_make_no_sense_leave_the_orientation(int count) {
    byte[] tiff = nested(true);
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 + 4, count);
    assertThat(Exif.withoutPlace(tiff)).isEqualTo(Exif.minimal(5));
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 12 + 4, 1).putInt(8 + 2 + 12 + 8, 8);
    assertThat(Exif.withoutPlace(tiff)).as("that leads to itself").isEqualTo(Exif.minimal(5));
  }

  @Test
  void a_directory_that_points_to_itself_ends() {
    byte[] tiff = tiff(5, true);
    ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN).putInt(8 + 2 + 3 * 12, 8);
    assertThat(text(Exif.withoutPlace(tiff))).doesNotContain(NORTH);
  }

  @ParameterizedTest
  @EnumSource(Strip.class)
  void a_png_keeps_its_pixels_and_its_checksums(Strip what) throws IOException {
    byte[] stripped = strip(png(), what);
    assertThat(text(stripped)).doesNotContain(PLACE, NORTH, "tIME", "Raw profile", "trailing");
    assertThat(text(stripped).contains(CAMERA)).isEqualTo(what == Strip.GPS);
    assertThat(text(stripped).contains("CanaryTitle")).isEqualTo(what == Strip.GPS);
    assertThat(text(stripped)).contains("eXIf");
    same(stripped, png());
  }

  @ParameterizedTest
  @EnumSource(Strip.class)
  void a_webp_keeps_its_length_and_its_pixels(Strip what) throws IOException {
    byte[] webp = webp();
    byte[] stripped = strip(webp, what);
    assertThat(text(stripped)).contains("pixels!!").doesNotContain(PLACE, NORTH, "trailing");
    assertThat(text(stripped).contains(CAMERA)).isEqualTo(what == Strip.GPS);
    assertThat(stripped).hasSize(webp.length - "trailing".length());
    int exif = text(stripped).indexOf("EXIF");
    assertThat(Exif.orientation(Arrays.copyOfRange(stripped, exif + 8, stripped.length))).isEqualTo(6);
    assertThat(stripped[20] & 0x08).as("EXIF is announced").isNotZero();
    assertThat((stripped[20] & 0x04) == 0).as("XMP is not announced").isEqualTo(what == Strip.ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 20, 21, 100, 300, 500})
  void a_file_that_ends_early_is_copied_as_far_as_it_goes(int length) throws IOException {
    for (byte[] whole : new byte[][] {jpeg(6), png(), webp()}) {
      Stripper stripper = Stripper.of(whole, Strip.ALL).orElseThrow();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      stripper.copy(new ByteArrayInputStream(whole, 0, Math.min(length, whole.length)), out);
      assertThat(out.size()).isLessThanOrEqualTo(Math.max(length, 2));
      assertThat(text(out.toByteArray())).doesNotContain(CAMERA, PLACE, NORTH);
    }
  }

  @Test
  void other_formats_are_not_stripped() {
    assertThat(Stripper.of("GIF89a......".getBytes(StandardCharsets.ISO_8859_1), Strip.ALL)).isEmpty();
    assertThat(Stripper.of(new byte[0], Strip.ALL)).isEmpty();
    assertThat(Strip.of("gps")).contains(Strip.GPS);
    assertThat(Strip.of("GPS")).isEqualTo(Optional.empty());
    assertThat(Strip.of(null)).isEmpty();
  }

  private static byte[] strip(byte[] file, Strip what) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Stripper.of(file, what).orElseThrow().copy(new ByteArrayInputStream(file), out);
    return out.toByteArray();
  }

  private static void same(byte[] one, byte[] other) throws IOException {
    BufferedImage a = ImageIO.read(new ByteArrayInputStream(one));
    BufferedImage b = ImageIO.read(new ByteArrayInputStream(other));
    assertThat(a.getRGB(0, 0, 40, 30, null, 0, 40)).isEqualTo(b.getRGB(0, 0, 40, 30, null, 0, 40));
  }

  private static byte[] exif(byte[] jpeg) {
    int at = text(jpeg).indexOf("Exif\0\0");
    return Arrays.copyOfRange(jpeg, at + 6, jpeg.length);
  }

  /** Orientation, camera, a GPS directory with a text of its own. */
  private static byte[] tiff(int orientation, boolean little) {
    ByteBuffer tiff = ByteBuffer.allocate(120).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.put((little ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 3);
    tiff.putShort((short) 0x0110).putShort((short) 2).putInt(CAMERA.length()).putInt(100);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
    tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(60).putInt(0);
    tiff.position(60).putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(NORTH.length()).putInt(90).putInt(0);
    tiff.position(90).put(NORTH.getBytes(StandardCharsets.ISO_8859_1));
    return tiff.position(100).put(CAMERA.getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  /** Orientation, and a directory of its own with a GPS directory, the maker's notes and a lens. */
  private static byte[] nested(boolean little) {
    ByteBuffer tiff = ByteBuffer.allocate(172).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    tiff.put((little ? "II" : "MM").getBytes(StandardCharsets.ISO_8859_1)).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 5).putShort((short) 0);
    tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(50);
    tiff.position(50).putShort((short) 3).putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(100);
    tiff.putShort((short) 0x927C).putShort((short) 7).putInt(PLACE.length()).putInt(130);
    tiff.putShort((short) 0xA434).putShort((short) 2).putInt(CAMERA.length()).putInt(160);
    tiff.position(100).putShort((short) 1).putShort((short) 1).putShort((short) 2).putInt(NORTH.length()).putInt(150);
    tiff.position(130).put(PLACE.getBytes(StandardCharsets.ISO_8859_1));
    tiff.position(150).put(NORTH.getBytes(StandardCharsets.ISO_8859_1));
    return tiff.position(160).put(CAMERA.getBytes(StandardCharsets.ISO_8859_1)).array();
  }

  private static byte[] jpeg(int orientation) {
    byte[] with = withSegment(plainJpeg(), 0xFE, "Canary location " + PLACE);
    with = withSegment(with, 0xED, "Photoshop 3.0\0" + PLACE);
    with = withSegment(with, 0xE2, "MPF\0" + PLACE);
    with = withSegment(with, 0xE2, "ICC_PROFILE\0\1\1not much of a profile");
    with = withSegment(with, 0xE1, "http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>" + PLACE);
    with = withSegment(with, 0xE1, "http://ns.adobe.com/xmp/extension/\0" + PLACE);
    return withSegment(with, 0xE1, "Exif\0\0" + text(tiff(orientation, true)));
  }

  private static byte[] withSegment(byte[] jpeg, int marker, String body) {
    ByteBuffer with = ByteBuffer.allocate(jpeg.length + body.length() + 4).put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker);
    with.putShort((short) (body.length() + 2)).put(body.getBytes(StandardCharsets.ISO_8859_1));
    return with.put(jpeg, 2, jpeg.length - 2).array();
  }

  private static byte[] plainJpeg() {
    return written("jpeg");
  }

  private static byte[] png() {
    byte[] plain = written("png");
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(plain, 0, 33);
    chunk(png, "tEXt", "Raw profile type exif\0" + PLACE);
    chunk(png, "tEXt", "Title\0CanaryTitle");
    chunk(png, "iTXt", "XML:com.adobe.xmp\0\0\0\0\0<exif:GPSLatitude>" + PLACE);
    chunk(png, "zTXt", "Comment\0\0" + PLACE);
    chunk(png, "tIME", "1234567");
    chunk(png, "eXIf", text(tiff(6, false)));
    png.write(plain, 33, plain.length - 33);
    png.writeBytes("trailing".getBytes(StandardCharsets.ISO_8859_1));
    return png.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, String body) {
    byte[] all = (type + body).getBytes(StandardCharsets.ISO_8859_1);
    CRC32 sum = new CRC32();
    sum.update(all);
    png.writeBytes(ByteBuffer.allocate(4).putInt(body.length()).array());
    png.writeBytes(all);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] webp() {
    String chunks = riff("VP8X", "\u000C\0\0\0\0\0\0\0\0\0") + riff("VP8L", "pixels!!") + riff("EXIF", "Exif\0\0" + text(tiff(6, true)))
        + riff("XMP ", "<GPSLatitude>" + PLACE) + riff("CANA", PLACE);
    return (riff("RIFF", "WEBP" + chunks) + "trailing").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String riff(String type, String body) {
    byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length()).array();
    return type + text(length) + body + (body.length() % 2 == 0 ? "" : "\0");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] written(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(PICTURE, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BufferedImage picture() {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 30; y++) {
        picture.setRGB(x, y, x * 6 << 16 | y * 8 << 8 | (x * y & 255));
      }
    }
    return picture;
  }
}
