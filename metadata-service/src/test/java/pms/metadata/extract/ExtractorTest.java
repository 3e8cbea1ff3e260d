package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.MicrosoftTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;
import org.junit.jupiter.api.Test;
import pms.contracts.Camera;
import pms.contracts.Exposure;
import pms.contracts.TakenAt;

class ExtractorTest {

  @Test
  void everything_a_camera_and_an_editor_wrote_becomes_facts() {
    Facts facts = facts(Pictures.paris());
    assertThat(facts.camera()).isEqualTo(new Camera("Nikon", "D70", "AF Nikkor 50mm f/1.8D"));
    assertThat(facts.exposure()).isEqualTo(new Exposure(400, 0.004, 5.6, 50.0, 75.0, true));
    assertThat(facts.takenAt())
        .isEqualTo(new TakenAt(LocalDateTime.parse("2008-05-30T15:56:01"), "+02:00", Instant.parse("2008-05-30T13:56:01Z"), "exif"));
    assertThat(facts.place().latitude()).isCloseTo(48.8584, within(1e-5));
    assertThat(facts.place().longitude()).isCloseTo(2.2945, within(1e-5));
    assertThat(facts.place().altitude()).isEqualTo(330);
    assertThat(facts.place().name()).isEqualTo("Paris, France");
    assertThat(facts.title()).isEqualTo("Tower");
    assertThat(facts.description()).isEqualTo("Seen from the river");
    assertThat(facts.tags()).containsExactly("tower", "Été", "river");
    assertThat(facts.rating()).isEqualTo(4);
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void a_size_is_given_upright() {
    Facts facts = facts(Pictures.paris());
    assertThat(facts.orientation()).isEqualTo(6);
    assertThat(facts.width()).isEqualTo(40);
    assertThat(facts.height()).isEqualTo(60);
  }

  @Test
  void the_listing_has_each_tag_as_it_was_written() {
    Listing listing = Pictures.read("image/jpeg", Pictures.paris()).listing();
    assertThat(listing.exif()).containsEntry("Make", "NIKON CORPORATION").containsEntry("Model", "NIKON D70").containsEntry("ExposureTime", 0.004);
    assertThat(listing.iptc()).containsEntry("Keywords", "river");
    assertThat(listing.xmp()).containsEntry("dc:title", List.of("Tower", "Turm")).containsEntry("xmp:Rating", "4");
  }

  @Test
  void a_picture_without_metadata_has_a_size_and_no_warnings() {
    Facts facts = facts(Pictures.jpeg(30, 20));
    assertThat(facts.width()).isEqualTo(30);
    assertThat(facts).extracting(Facts::takenAt, Facts::camera, Facts::exposure, Facts::place).containsOnlyNulls();
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void what_cameras_write_for_a_caption_is_none() {
    for (String junk : List.of("OLYMPUS DIGITAL CAMERA", "KONICA MINOLTA DIGITAL CAMERA", "   ", "SONY DSC digital camera", "DSC_0042")) {
      byte[] jpeg = Pictures.jpeg(8, 8, tags -> tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, junk));
      assertThat(facts(jpeg).description()).as(junk).isNull();
    }
  }

  @Test
  void the_cameras_name_is_no_caption() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_MAKE, "WWL");
          tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_IMAGE_DESCRIPTION, "WWL");
        });
    assertThat(facts(jpeg).description()).isNull();
  }

  @Test
  void what_windows_wrote_is_read() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.getOrCreateRootDirectory().add(MicrosoftTagConstants.EXIF_TAG_XPTITLE, "Über uns");
          tags.getOrCreateRootDirectory().add(MicrosoftTagConstants.EXIF_TAG_XPKEYWORDS, "eins;zwei");
        });
    assertThat(facts(jpeg).title()).isEqualTo("Über uns");
    assertThat(facts(jpeg).tags()).containsExactly("eins", "zwei");
  }

  @Test
  void unannounced_utf8_in_iptc_is_not_garbled() {
    String garbled = new String("Crémieux".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    byte[] jpeg = Pictures.withIptc(Pictures.jpeg(8, 8), List.of(new IptcRecord(IptcTypes.OBJECT_NAME, garbled)));
    assertThat(facts(jpeg).title()).isEqualTo("Crémieux");
  }

  @Test
  void nonsense_in_the_tags_is_unknown() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.getOrCreateRootDirectory().add(TiffTagConstants.TIFF_TAG_ORIENTATION, (short) 9);
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "0000:00:00 00:00:00");
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_ISO, (short) 0);
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_FNUMBER, new RationalNumber(0, 0));
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_LENS_MODEL, "----");
          tags.setGpsInDegrees(0, 0);
        });
    Facts facts = facts(jpeg);
    assertThat(facts).extracting(Facts::orientation, Facts::takenAt, Facts::exposure, Facts::place, Facts::camera).containsOnlyNulls();
  }

  @Test
  void a_coordinate_without_its_hemisphere_is_unknown() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> tags.getOrCreateGpsDirectory().add(
            GpsTagConstants.GPS_TAG_GPS_LATITUDE, new RationalNumber(48, 1), new RationalNumber(0, 1), new RationalNumber(0, 1)));
    assertThat(facts(jpeg).place()).isNull();
  }

  @Test
  void west_south_and_below_the_sea_are_negative() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.setGpsInDegrees(-100.5, -33.25);
          tags.getOrCreateGpsDirectory().add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE_REF, (byte) 1);
          tags.getOrCreateGpsDirectory().add(GpsTagConstants.GPS_TAG_GPS_ALTITUDE, new RationalNumber(12, 1));
        });
    assertThat(facts(jpeg).place()).isEqualTo(new Place(-33.25, -100.5, -12.0, null));
  }

  @Test
  void satellites_tell_the_time_where_nothing_else_does() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.getOrCreateGpsDirectory().add(GpsTagConstants.GPS_TAG_GPS_DATE_STAMP, "2022:01:12");
          tags.getOrCreateGpsDirectory().add(
              GpsTagConstants.GPS_TAG_GPS_TIME_STAMP, new RationalNumber(7, 1), new RationalNumber(30, 1), new RationalNumber(14, 1));
        });
    assertThat(facts(jpeg).takenAt())
        .isEqualTo(new TakenAt(LocalDateTime.parse("2022-01-12T07:30:14"), "+00:00", Instant.parse("2022-01-12T07:30:14Z"), "gps"));
  }

  @Test
  void sub_seconds_are_kept() {
    byte[] jpeg =
        Pictures.jpeg(8, 8, tags -> {
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, "2021:04:11 15:47:53");
          tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_SUB_SEC_TIME_ORIGINAL, "054");
        });
    assertThat(facts(jpeg).takenAt().local()).isEqualTo(LocalDateTime.parse("2021-04-11T15:47:53.054"));
    assertThat(facts(jpeg).takenAt().instant()).isNull();
  }

  @Test
  void a_png_carries_exif_and_xmp() throws IOException {
    byte[] xmp = itxt(Pictures.XMP, false);
    Facts facts = Pictures.read("image/png", Pictures.png(60, 40, "eXIf", Pictures.exifOf(Pictures.paris()), "iTXt", xmp)).facts();
    assertThat(facts.camera().model()).isEqualTo("D70");
    assertThat(facts.title()).isEqualTo("Tower");
    assertThat(facts.width()).isEqualTo(40);
  }

  @Test
  void a_png_may_compress_its_xmp() throws IOException {
    Facts facts = Pictures.read("image/png", Pictures.png(6, 4, "iTXt", itxt(Pictures.XMP, true))).facts();
    assertThat(facts.title()).isEqualTo("Tower");
  }

  @Test
  void a_webp_carries_exif_and_xmp_behind_its_pixels() {
    byte[] exif = Pictures.exifOf(Pictures.paris());
    byte[] xmp = Pictures.XMP.getBytes(StandardCharsets.UTF_8);
    Facts facts = Pictures.read("image/webp", webp("VP8X", canvas(60, 40), "VP8 ", new byte[1001], "EXIF", exif, "XMP ", xmp)).facts();
    assertThat(facts.camera().model()).isEqualTo("D70");
    assertThat(facts.title()).isEqualTo("Tower");
    assertThat(facts.height()).isEqualTo(60);
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void a_tiff_is_read() {
    assertThat(Pictures.read("image/tiff", Pictures.exifOf(Pictures.paris())).facts().camera().make()).isEqualTo("Nikon");
  }

  @Test
  void a_gif_carries_xmp_and_a_size() {
    byte[] end = new byte[258];
    end[0] = 1;
    for (int i = 0; i < 256; i++) {
      end[i + 1] = (byte) (255 - i);
    }
    byte[] header = {'G', 'I', 'F', '8', '9', 'a', 60, 0, 40, 0, (byte) 0x80, 0, 0, 1, 2, 3, 4, 5, 6};
    byte[] gif = Boxes.joined(header, new byte[] {0x21, (byte) 0xF9, 4, 0, 0, 0, 0, 0}, new byte[] {0x21, (byte) 0xFF, 11},
        Boxes.ascii("XMP DataXMP"), Pictures.XMP.getBytes(StandardCharsets.UTF_8), end, new byte[] {0x2C});
    Facts facts = Pictures.read("image/gif", gif).facts();
    assertThat(facts.title()).isEqualTo("Tower");
    assertThat(List.of(facts.width(), facts.height())).containsExactly(60, 40);
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void a_bmp_tells_its_size() {
    ByteBuffer bmp = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN).put((byte) 'B').put((byte) 'M').position(14);
    Facts facts = Pictures.read("image/bmp", bmp.putInt(40).putInt(60).putInt(-40).array()).facts();
    assertThat(List.of(facts.width(), facts.height())).containsExactly(60, 40);
    assertThat(facts.warnings()).isEmpty();
  }

  @Test
  void other_formats_give_a_warning() {
    Extracted extracted = Pictures.read("image/x-icon", new byte[291]);
    assertThat(extracted.facts().warnings()).hasSize(1);
    assertThat(extracted.facts().width()).isNull();
  }

  private static Facts facts(byte[] jpeg) {
    return Pictures.read("image/jpeg", jpeg).facts();
  }

  private static byte[] itxt(String text, boolean compressed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("XML:com.adobe.xmp\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(new byte[] {(byte) (compressed ? 1 : 0), 0, 0, 0});
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!compressed) {
      out.writeBytes(bytes);
      return out.toByteArray();
    }
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater())) {
      deflated.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] canvas(int width, int height) {
    return new byte[] {0, 0, 0, 0, (byte) (width - 1), 0, 0, (byte) (height - 1), 0, 0};
  }

  private static byte[] webp(Object... namesAndContents) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < namesAndContents.length; i += 2) {
      byte[] content = (byte[]) namesAndContents[i + 1];
      body.writeBytes(((String) namesAndContents[i]).getBytes(StandardCharsets.ISO_8859_1));
      body.writeBytes(little(content.length));
      body.writeBytes(content);
      body.writeBytes(new byte[content.length % 2]);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(little(body.size()));
    out.writeBytes(body.toByteArray());
    return out.toByteArray();
  }

  private static byte[] little(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }
}
