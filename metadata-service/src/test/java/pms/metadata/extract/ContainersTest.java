package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Camera;

/** What is not a JPEG: where its metadata lies, and that hostile ones do no harm (H5). */
@Timeout(60)
class ContainersTest {

  private static final byte[] EXIF = Pictures.exifOf(Pictures.paris());
  private static final byte[] HEIC = Boxes.heif("heic", EXIF, Pictures.XMP, Boxes.size(60, 40), Boxes.displayP3());

  @ParameterizedTest
  @CsvSource({"image/heic,heic", "image/heif,mif1", "image/avif,avif"})
  void the_items_of_a_heif_are_found(String type, String brand) {
    Facts facts = Pictures.read(type, Boxes.heif(brand, EXIF, Pictures.XMP, Boxes.size(60, 40), Boxes.displayP3())).facts();
    assertThat(facts.camera()).isEqualTo(new Camera("Nikon", "D70", "AF Nikkor 50mm f/1.8D"));
    assertThat(facts.title()).isEqualTo("Tower");
    assertThat(facts.details().colourProfile()).isEqualTo("Display P3");
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void a_heif_is_turned_by_its_container_and_not_by_exif() {
    Facts lying = Pictures.read("image/heic", HEIC).facts();
    assertThat(List.of(lying.width(), lying.height(), lying.orientation())).containsExactly(60, 40, 6);
    Facts turned = Pictures.read("image/heic", Boxes.heif("heic", EXIF, Pictures.XMP, Boxes.size(60, 40), Boxes.turn(3))).facts();
    assertThat(List.of(turned.width(), turned.height(), turned.orientation())).containsExactly(40, 60, 6);
  }

  @Test
  void canons_boxes_are_put_together() {
    byte[] root = tiff(42, 0x010F, "Canon", 0x0110, "Canon EOS R5");
    byte[] exif = tiff(42, 0x9003, "2021:07:04 15:30:12", 0xA434, "RF50mm F1.8 STM");
    byte[] gps = tiff(42, 0x001D, "2021:07:04");
    Extracted extracted = Pictures.read("image/x-canon-cr3", Boxes.cr3(root, exif, gps));
    assertThat(extracted.facts().camera()).isEqualTo(new Camera("Canon", "EOS R5", "RF50mm F1.8 STM"));
    assertThat(extracted.facts().takenAt().local()).hasToString("2021-07-04T15:30:12");
    assertThat(extracted.listing().exif()).containsEntry("GPSDateStamp", "2021:07:04");
    assertThat(extracted.facts().warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"image/x-panasonic-rw2,85", "image/x-olympus-orf,20306", "image/x-olympus-orf,21330", "image/x-nikon-nef,42", "image/x-adobe-dng,42"})
  void raw_files_that_are_nearly_tiffs_are_read(String type, int mark) {
    byte[] raw = tiff(mark, 0x010F, "OLYMPUS CORPORATION", 0x0110, "E-M1");
    assertThat(Pictures.read(type, raw).facts().camera()).isEqualTo(new Camera("Olympus", "E-M1", null));
  }

  @Test
  void panasonics_preview_tells_what_its_raw_file_does_not() {
    byte[] jpeg = Pictures.jpeg(8, 8, Pictures.PARIS);
    ByteBuffer raw = ByteBuffer.allocate(26 + jpeg.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949).putShort((short) 0x55).putInt(8);
    raw.putShort((short) 1).putShort((short) 0x002E).putShort((short) 7).putInt(jpeg.length).putInt(26).putInt(0).put(jpeg);
    Facts facts = Pictures.read("image/x-panasonic-rw2", raw.array()).facts();
    assertThat(facts.camera().model()).isEqualTo("D70");
    assertThat(facts.width()).isNull();
  }

  @Test
  void fujifilms_preview_carries_the_metadata() {
    byte[] jpeg = Pictures.paris();
    ByteBuffer raf = ByteBuffer.allocate(400 + jpeg.length).put(Boxes.ascii("FUJIFILMCCD-RAW 0201")).putInt(84, 400).putInt(88, jpeg.length);
    Facts facts = Pictures.read("image/x-fuji-raf", raf.position(400).put(jpeg).array()).facts();
    assertThat(facts.camera().model()).isEqualTo("D70");
    assertThat(facts.description()).isEqualTo("Seen from the river");
    assertThat(facts.width()).isNull();
  }

  @Test
  void colour_profiles_are_named_in_every_container() throws IOException {
    byte[] old = profile("desc", Boxes.joined(ByteBuffer.allocate(8).putInt(0).putInt(10).array(), Boxes.ascii("Adobe RGB\0")));
    byte[] text = "Display P3".getBytes(StandardCharsets.UTF_16BE);
    byte[] modern = profile("mluc", Boxes.joined(
        ByteBuffer.allocate(24).putInt(0).putInt(1).putInt(12).putInt(0x656E5553).putInt(text.length).putInt(28).array(), text));
    byte[] segment = Boxes.joined(Boxes.ascii("ICC_PROFILE\0"), new byte[] {1, 1}, old);
    assertThat(profileOf("image/jpeg", Pictures.jpegWithSegment(0xE2, segment))).isEqualTo("Adobe RGB");
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(deflated)) {
      out.write(modern);
    }
    byte[] chunk = Boxes.joined(Boxes.ascii("icc\0\0"), deflated.toByteArray());
    assertThat(profileOf("image/png", Pictures.png(1, 1, "iCCP", chunk))).isEqualTo("Display P3");
    assertThat(profileOf("image/png", Pictures.png(1, 1, "sRGB", new byte[1]))).isEqualTo("sRGB");
    byte[] colr = Boxes.box("colr", Boxes.ascii("prof"), modern);
    assertThat(profileOf("image/heic", Boxes.heif("heic", EXIF, "", Boxes.size(1, 1), colr))).isEqualTo("Display P3");
  }

  @Test
  void a_broken_profile_has_no_name() {
    byte[] profile = profile("desc", ByteBuffer.allocate(8).putInt(0).putInt(Integer.MAX_VALUE).array());
    assertThat(IccProfile.name(profile)).isEmpty();
    assertThat(IccProfile.name(new byte[3])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/heic", "image/avif", "image/x-canon-cr3", "image/x-fuji-raf", "image/x-panasonic-rw2"})
  void broken_containers_do_no_harm(String type) {
    byte[] seed = type.endsWith("cr3") ? Boxes.cr3(EXIF, EXIF, EXIF) : HEIC;
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      byte[] broken = seed.clone();
      for (int flips = random.nextInt(1, 8); flips > 0; flips--) {
        broken[random.nextInt(500)] = (byte) (random.nextInt(3) == 0 ? 0xFF : random.nextInt(256));
      }
      assertThat(Pictures.read(type, broken)).isNotNull();
    }
    for (int length = 0; length < 600; length++) {
      assertThat(Pictures.read(type, Arrays.copyOf(seed, length))).isNotNull();
    }
  }

  /** H5: 10,000 nested atoms. */
  @Test
  void ten_thousand_nested_boxes_are_not_followed() {
    int depth = 10_000;
    for (String name : List.of("meta", "moov", "iprp")) {
      ByteBuffer nested = ByteBuffer.allocate(16 + depth * 8).put(Boxes.box("ftyp", Boxes.ascii("heic"), new byte[4]));
      for (int level = 0; level < depth; level++) {
        nested.putInt((depth - level) * 8).put(Boxes.ascii(name));
      }
      assertThat(Pictures.read("image/heic", nested.array()).facts().camera()).isNull();
    }
  }

  @Test
  void items_with_empty_pieces_without_end_are_refused() {
    byte[] kinds = Boxes.full("iinf", new byte[] {0, 0});
    ByteBuffer locations = ByteBuffer.allocate(4 + 100_000 * 6).putShort((short) 0).putShort((short) -1);
    for (int i = 0; i < 100_000; i++) {
      locations.putShort((short) i).putShort((short) 0).putShort((short) -1);
    }
    byte[] file = Boxes.joined(Boxes.box("ftyp", Boxes.ascii("heic")), Boxes.full("meta", kinds, Boxes.full("iloc", locations.array())));
    assertThat(Pictures.read("image/heic", file).facts().camera()).isNull();
  }

  @Test
  void a_million_boxes_end() {
    byte[] start = Boxes.box("ftyp", Boxes.ascii("heic"));
    ByteBuffer many = ByteBuffer.allocate(start.length + 8_000_000).put(start);
    while (many.hasRemaining()) {
      many.putInt(8).put(Boxes.ascii("free"));
    }
    assertThat(Pictures.read("image/heic", many.array()).facts().warnings()).hasSize(1);
  }

  private static String profileOf(String type, byte[] file) {
    return Pictures.read(type, file).facts().details().colourProfile();
  }

  private static byte[] profile(String form, byte[] description) {
    ByteBuffer profile = ByteBuffer.allocate(128 + 16 + 4 + description.length);
    profile.position(128).putInt(1).put(Boxes.ascii("desc")).putInt(144).putInt(4 + description.length);
    return profile.put(Boxes.ascii(form)).put(description).array();
  }

  /** A TIFF with these texts, its mark in the place of 42. */
  private static byte[] tiff(int mark, Object... tagsAndTexts) {
    int count = tagsAndTexts.length / 2;
    ByteBuffer tiff = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949).putShort((short) mark).putInt(8);
    tiff.putShort((short) count);
    int text = 8 + 2 + 12 * count + 4;
    for (int i = 0; i < tagsAndTexts.length; i += 2) {
      byte[] bytes = Boxes.ascii(tagsAndTexts[i + 1] + "\0");
      tiff.putShort((short) (int) (Integer) tagsAndTexts[i]).putShort((short) 2).putInt(bytes.length).putInt(text);
      tiff.put(text, bytes);
      text += bytes.length;
    }
    return tiff.array();
  }
}
