package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Timeout;

/** Words that stand in less usual places: a PNG's texts, the rest of a long XMP, makers' notes. */
@Timeout(60)
class WritersWordsTest {

  private static final String FINGERPRINT = "0123456789ABCDEF0123456789ABCDEF";

  @Test
  void the_texts_of_a_png_are_its_title_description_author_and_time() {
    byte[] file = Pictures.png(60, 40,
        "tEXt", ascii("Title\0Sunrise"),
        "iTXt", joined(ascii("Description\0\0\0de\0Beschreibung\0"), "Über dem Meer".getBytes(StandardCharsets.UTF_8)),
        "zTXt", joined(ascii("Author\0\0"), deflated(ascii("Ana"))),
        "iTXt", joined(ascii("Copyright\0\1\0\0\0"), deflated("© Ana".getBytes(StandardCharsets.UTF_8))),
        "tEXt", ascii("Creation Time\0" + "2021:07:14 10:00:05"));
    Extracted extracted = Pictures.read("image/png", file);
    Facts facts = extracted.facts();
    assertThat(facts.title()).isEqualTo("Sunrise");
    assertThat(facts.description()).isEqualTo("Über dem Meer");
    assertThat(facts.details().artist()).isEqualTo("Ana");
    assertThat(facts.details().copyright()).isEqualTo("© Ana");
    assertThat(facts.takenAt().local()).hasToString("2021-07-14T10:00:05");
    assertThat(facts.takenAt().source()).isEqualTo("png");
    assertThat(extracted.listing().exif()).containsEntry("PNG:Author", "Ana");
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void a_time_as_mails_write_it_has_its_offset() {
    Facts facts = Pictures.read("image/png", Pictures.png(6, 4, "tEXt", ascii("Creation Time\0Wed, 14 Jul 2021 10:00:00 +0200"))).facts();
    assertThat(facts.takenAt().local()).hasToString("2021-07-14T10:00");
    assertThat(facts.takenAt().offset()).isEqualTo("+02:00");
    assertThat(Pictures.read("image/png", Pictures.png(6, 4, "tEXt", ascii("Creation Time\0yesterday"))).facts().takenAt()).isNull();
  }

  /** H2, H5: texts that promise more than there is, or swell. */
  @Test
  void texts_that_are_none_do_no_harm() {
    byte[] bomb = deflated(new byte[Payloads.LONGEST + 10]);
    for (byte[] chunk : List.of(ascii(""), ascii("Title"), ascii("Title\0"), ascii("\0x"), ascii("Title\0\1"), joined(ascii("Title\0\1\0\0\0"), bomb))) {
      for (String type : List.of("tEXt", "zTXt", "iTXt")) {
        assertThat(Pictures.read("image/png", Pictures.png(6, 4, type, chunk, "tEXt", ascii("Author\0Ana"))).facts()).isNotNull();
      }
    }
  }

  @Test
  void the_rest_of_a_long_xmp_is_read_when_all_of_it_is_there() {
    String rest = "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:description>" + "long ".repeat(200) + "</dc:description></rdf:Description></rdf:RDF>";
    byte[] packet = rest.getBytes(StandardCharsets.UTF_8);
    byte[] first = extension(packet, 0, 600);
    byte[] second = extension(packet, 600, packet.length);
    assertThat(Pictures.read("image/jpeg", jpeg(main(FINGERPRINT), second, first)).facts().description()).startsWith("long long").endsWith("long");
    assertThat(Pictures.read("image/jpeg", jpeg(main(FINGERPRINT), first)).facts().description()).isNull();
    assertThat(Pictures.read("image/jpeg", jpeg(main("F".repeat(32)), first, second)).facts().description()).isNull();
  }

  @Test
  void the_lens_in_canons_nikons_and_sonys_notes_is_read() {
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(exif("Canon", canon()))).facts().camera().lens()).isEqualTo("EF-S18-55mm f/3.5-5.6 IS");
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(exif("NIKON CORPORATION", nikon()))).facts().camera().lens()).isEqualTo("18-55mm f/3.5-5.6");
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(exif("SONY", sony()))).facts().camera().lens()).isEqualTo("18-200mm f/3.5-6.3");
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(exif("SONY", nikon()))).facts().camera().lens()).isNull();
  }

  /** The numbers are Sony's: 40 its own, 28 shared by a macro lens of Sony's and two of another maker, 128 of others alone. */
  @ParameterizedTest
  @CsvSource({
    "42,18-200mm told,Sony DT 18-200mm F3.5-6.3", "40,18-200mm told,18-200mm f/3.5-6.3", "128,18-200mm told,18-200mm f/3.5-6.3",
    "40,nothing told,Sony DT 18-70mm F3.5-5.6", "28,nothing told,", "128,nothing told,", "65535,nothing told,"
  })
  void a_lens_by_sonys_number_is_named_where_it_can_be_no_other(int number, String told, String name) {
    byte[] note = sony(number, told.startsWith("18"));
    assertThat(Pictures.read("image/jpeg", Pictures.jpegWithExif(exif("SONY", note))).facts().camera().lens()).isEqualTo(name);
  }

  /** H1: seeded. */
  @Test
  void damaged_notes_do_no_harm() {
    Random random = new Random(7);
    for (byte[] note : List.of(canon(), nikon(), sony(), sony(42, true))) {
      for (int i = 0; i < 2_000; i++) {
        byte[] damaged = Arrays.copyOf(note, 1 + random.nextInt(note.length));
        for (int n = 0; n < 3; n++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        assertThat(new MakerLens(damaged).nikon()).hasSizeBetween(0, 4);
        assertThat(new MakerLens(damaged).sony(300, ByteOrder.LITTLE_ENDIAN)).hasSizeBetween(0, 4);
        new MakerLens(damaged).sonyName(300, ByteOrder.LITTLE_ENDIAN).ifPresent(name -> assertThat(name).contains("mm F"));
        new MakerLens(damaged).canon(300, ByteOrder.LITTLE_ENDIAN).ifPresent(name -> assertThat(name).hasSizeLessThan(201));
      }
    }
  }

  /** With its own offsets counted from the TIFF's beginning. */
  private static byte[] canon() {
    byte[] name = ascii("EF-S18-55mm f/3.5-5.6 IS\0");
    ByteBuffer note = ByteBuffer.allocate(18 + name.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 1);
    return note.putShort((short) 0x95).putShort((short) 2).putInt(name.length).putInt(318).putInt(0).put(name).array();
  }

  private static byte[] nikon() {
    ByteBuffer note = ByteBuffer.allocate(68).order(ByteOrder.LITTLE_ENDIAN).put(ascii("Nikon\0")).putInt(0x1002);
    note.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) 1);
    note.putShort((short) 0x84).putShort((short) 5).putInt(4).putInt(26).putInt(0);
    return note.putInt(18).putInt(1).putInt(55).putInt(1).putInt(35).putInt(10).putInt(56).putInt(10).array();
  }

  private static byte[] sony() {
    ByteBuffer note = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN).put(ascii("SONY DSC \0\0\0")).putShort((short) 1);
    note.putShort((short) 0xB02A).putShort((short) 7).putInt(8).putInt(330).putInt(0);
    return note.put(new byte[] {0, 0, 0x18, 0x02, 0, 0x35, 0x63, 0}).array();
  }

  private static byte[] sony(int number, boolean told) {
    ByteBuffer note = ByteBuffer.allocate(50).order(ByteOrder.LITTLE_ENDIAN).put(ascii("SONY DSC \0\0\0")).putShort((short) 2);
    note.putShort((short) 0xB027).putShort((short) 4).putInt(1).putInt(number);
    note.putShort((short) (told ? 0xB02A : 0xB02B)).putShort((short) 7).putInt(8).putInt(342).putInt(0);
    return note.put(new byte[] {0, 0, 0x18, 0x02, 0, 0x35, 0x63, 0}).array();
  }

  private static byte[] exif(String make, byte[] note) {
    ByteBuffer tiff = ByteBuffer.allocate(600).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949).putShort((short) 42).putInt(8);
    tiff.putShort((short) 2).putShort((short) 0x010F).putShort((short) 2).putInt(make.length() + 1).putInt(100);
    tiff.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(200).putInt(0);
    tiff.put(100, ascii(make + "\0"));
    tiff.position(200).putShort((short) 1).putShort((short) 0x927C).putShort((short) 7).putInt(note.length).putInt(300).putInt(0);
    return tiff.put(300, note).array();
  }

  private static byte[] main(String fingerprint) {
    return joined(ascii("http://ns.adobe.com/xap/1.0/\0"), ascii(
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
            + " xmlns:n=\"http://ns.adobe.com/xmp/note/\" n:HasExtendedXMP=\"" + fingerprint + "\"/></rdf:RDF>"));
  }

  private static byte[] extension(byte[] packet, int from, int to) {
    byte[] head = ByteBuffer.allocate(8).putInt(packet.length).putInt(from).array();
    return joined(ascii("http://ns.adobe.com/xmp/extension/\0" + FINGERPRINT), head, Arrays.copyOfRange(packet, from, to));
  }

  private static byte[] jpeg(byte[]... segments) {
    byte[] file = {(byte) 0xFF, (byte) 0xD8};
    for (byte[] segment : segments) {
      byte[] head = ByteBuffer.allocate(4).putShort((short) 0xFFE1).putShort((short) (segment.length + 2)).array();
      file = joined(file, head, segment);
    }
    return joined(file, new byte[] {(byte) 0xFF, (byte) 0xD9});
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
