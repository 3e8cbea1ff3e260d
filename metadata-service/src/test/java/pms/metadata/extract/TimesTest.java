package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.commons.imaging.common.RationalNumber;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcRecord;
import org.apache.commons.imaging.formats.jpeg.iptc.IptcTypes;
import org.apache.commons.imaging.formats.tiff.constants.ExifTagConstants;
import org.apache.commons.imaging.formats.tiff.constants.GpsTagConstants;
import org.apache.commons.imaging.formats.tiff.write.TiffOutputDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.TakenAt;
import pms.metadata.atlas.TimeZones;

/** When a picture was taken: wall time, offset, instant, and who says so. */
class TimesTest {

  private static final Place PARIS = new Place(48.8584, 2.2945, null, null);

  @Test
  void the_offset_follows_from_the_satellites_time() {
    TakenAt taken = taken("2021:07:04 15:30:12", 10, 0, 11, null);
    assertThat(taken).isEqualTo(new TakenAt(LocalDateTime.parse("2021-07-04T15:30:12"), "+05:30", Instant.parse("2021-07-04T10:00:12Z"), "exif"));
  }

  @Test
  void a_fix_that_is_old_tells_no_offset() {
    assertThat(taken("2021:07:04 15:30:12", 9, 53, 0, null).offset()).isNull();
  }

  @Test
  void the_offset_in_the_file_counts_more_than_what_follows_from_others() {
    byte[] jpeg = Pictures.jpeg(8, 8, tags -> {
      Pictures.PARIS.write(tags);
      tags.getOrCreateGpsDirectory().add(GpsTagConstants.GPS_TAG_GPS_DATE_STAMP, "2008:05:30");
      tags.getOrCreateGpsDirectory().add(
          GpsTagConstants.GPS_TAG_GPS_TIME_STAMP, new RationalNumber(9, 1), new RationalNumber(56, 1), new RationalNumber(1, 1));
    });
    assertThat(Pictures.read("image/jpeg", jpeg).facts().takenAt().offset()).isEqualTo("+02:00");
  }

  @Test
  void the_offset_follows_from_the_place() {
    assumeTrue(TimeZones.isThere(), "skipped: built without the map of time zones");
    assertThat(taken("2021:07:04 15:30:12", -1, 0, 0, PARIS))
        .isEqualTo(new TakenAt(LocalDateTime.parse("2021-07-04T15:30:12"), "+02:00", Instant.parse("2021-07-04T13:30:12Z"), "exif"));
    assertThat(taken("2021:01:04 15:30:12", -1, 0, 0, PARIS).offset()).isEqualTo("+01:00");
  }

  @Test
  void satellites_alone_tell_the_wall_time_of_their_place() {
    assumeTrue(TimeZones.isThere(), "skipped: built without the map of time zones");
    assertThat(taken(null, 23, 30, 0, PARIS))
        .isEqualTo(new TakenAt(LocalDateTime.parse("2021-07-05T01:30"), "+02:00", Instant.parse("2021-07-04T23:30:00Z"), "gps"));
  }

  @Test
  void satellites_tell_parts_of_a_second() {
    byte[] jpeg = Pictures.jpeg(8, 8, tags -> {
      TiffOutputDirectory gps = tags.getOrCreateGpsDirectory();
      gps.add(GpsTagConstants.GPS_TAG_GPS_DATE_STAMP, "2021:07:04");
      gps.add(GpsTagConstants.GPS_TAG_GPS_TIME_STAMP, new RationalNumber(9, 1), new RationalNumber(5, 1), new RationalNumber(3599, 100));
    });
    assertThat(Pictures.read("image/jpeg", jpeg).facts().takenAt().instant()).isEqualTo(Instant.parse("2021-07-04T09:05:35.990Z"));
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '~', value = {
    "photoshop:DateCreated='1968-05-30',,1968-05-30T00:00,xmp",
    "photoshop:DateCreated='1968-05-30',19700101,1968-05-30T00:00,xmp",
    "photoshop:DateCreated='1968-05',19680530,1968-05-30T00:00,iptc",
    "photoshop:DateCreated='2008-05-30' xmp:CreateDate='2008-05-30T10:00:00',,2008-05-30T10:00,xmp",
  })
  void a_date_alone_in_xmp_or_iptc_is_the_beginning_of_that_day(String attributes, String iptc, String local, String source) {
    byte[] jpeg = Pictures.withXmp(Pictures.jpeg(8, 8), Pictures.XMP.replace("xmp:Rating=\"4\"", attributes));
    byte[] file = iptc == null ? jpeg : Pictures.withIptc(jpeg, List.of(new IptcRecord(IptcTypes.DATE_CREATED, iptc)));
    assertThat(Pictures.read("image/jpeg", file).facts().takenAt()).isEqualTo(new TakenAt(LocalDateTime.parse(local), null, null, source));
  }

  @Test
  void without_anything_the_time_is_unknown() {
    assertThat(Pictures.read("image/jpeg", Pictures.jpeg(8, 8)).named("holiday.jpg", "image/jpeg").facts().takenAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "IMG_20210704_153012.jpg,2021-07-04T15:30:12",
    "VID_20210704_153012.mp4,2021-07-04T15:30:12",
    "20210704_153012.jpg,2021-07-04T15:30:12",
    "20210704_153012_001.jpg,2021-07-04T15:30:12",
    "IMG_20210704_153012123_HDR.jpg,2021-07-04T15:30:12.123",
    "Screenshot_2021-07-04-15-30-12.png,2021-07-04T15:30:12",
    "Screenshot_2021-07-04-15-30-12-345_com.app.png,2021-07-04T15:30:12.345",
    "Screenshot_20210704-153012_Chrome.jpg,2021-07-04T15:30:12",
    "Screenshot 2021-07-04 at 15.30.12.png,2021-07-04T15:30:12",
    "Screen Shot 2021-07-04 at 3.30.12 PM.png,2021-07-04T15:30:12",
    "Screen Shot 2021-07-04 at 12.30.12 AM.png,2021-07-04T00:30:12",
    "signal-2021-07-04-153012.jpg,2021-07-04T15:30:12",
    "signal-2021-07-04-15-30-12-123.jpg,2021-07-04T15:30:12.123",
    "photo_2021-07-04_15-30-12.jpg,2021-07-04T15:30:12",
    "WhatsApp Image 2021-07-04 at 15.30.12.jpeg,2021-07-04T15:30:12",
    "2021-07-04 15.30.12.jpg,2021-07-04T15:30:12",
    "IMG-20210704-WA0001.jpg,2021-07-04T00:00",
    "2021-07-04 at the lake.jpg,2021-07-04T00:00",
  })
  void names_of_phones_and_messengers_tell_the_time(String name, String local) {
    assertThat(FileNames.takenAt(name, null)).hasValue(new TakenAt(LocalDateTime.parse(local), null, null, "filename"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DSC_0042.JPG", "IMG_5195.HEIC", "holiday.jpg", "20211304_153012.jpg", "IMG_20210230_101010.jpg", "1625402345678.jpg",
      "20210704.jpg", "invoice 2021070415.jpg", "IMG_20210704_253012.jpg", "a2021-07-0415.jpg", ""})
  void other_names_tell_nothing(String name) {
    assertThat(FileNames.takenAt(name, null)).isEmpty();
  }

  @Test
  void pixel_phones_write_utc() {
    assertThat(FileNames.takenAt("PXL_20210704_153012123.jpg", null).orElseThrow().instant()).isEqualTo(Instant.parse("2021-07-04T15:30:12.123Z"));
    assumeTrue(TimeZones.isThere(), "skipped: built without the map of time zones");
    assertThat(FileNames.takenAt("PXL_20210704_153012123.jpg", PARIS).orElseThrow().local()).hasToString("2021-07-04T17:30:12.123");
  }

  @Test
  void the_files_own_time_counts_more_than_its_name() {
    Facts facts = Pictures.read("image/jpeg", Pictures.paris()).named("IMG_20210704_153012.jpg", "image/jpeg").facts();
    assertThat(facts.takenAt().source()).isEqualTo("exif");
    Facts named = Pictures.read("image/jpeg", Pictures.jpeg(8, 8)).named("IMG_20210704_153012.jpg", "image/jpeg").facts();
    assertThat(named.takenAt().source()).isEqualTo("filename");
  }

  /** @param hour of the satellites on 4 July 2021; below zero when there are none */
  private static TakenAt taken(String local, int hour, int minute, int second, Place place) {
    byte[] jpeg = Pictures.jpeg(8, 8, tags -> {
      if (local != null) {
        tags.getOrCreateExifDirectory().add(ExifTagConstants.EXIF_TAG_DATE_TIME_ORIGINAL, local);
      }
      if (place != null) {
        tags.setGpsInDegrees(place.longitude(), place.latitude());
      }
      if (hour >= 0) {
        tags.getOrCreateGpsDirectory().add(GpsTagConstants.GPS_TAG_GPS_DATE_STAMP, "2021:07:04");
        tags.getOrCreateGpsDirectory().add(
            GpsTagConstants.GPS_TAG_GPS_TIME_STAMP, new RationalNumber(hour, 1), new RationalNumber(minute, 1), new RationalNumber(second, 1));
      }
    });
    return Pictures.read("image/jpeg", jpeg).facts().takenAt();
  }
}
