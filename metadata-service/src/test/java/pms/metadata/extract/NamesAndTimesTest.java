package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.TakenAt;

class NamesAndTimesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NIKON CORPORATION|NIKON D70|Nikon|D70",
        "NIKON|COOLPIX P6000|Nikon|COOLPIX P6000",
        "Canon|Canon EOS 40D|Canon|EOS 40D",
        "Canon|EOS R5|Canon|EOS R5",
        "EASTMAN KODAK COMPANY|KODAK CX7530 ZOOM DIGITAL CAMERA|Kodak|CX7530 ZOOM DIGITAL CAMERA",
        "Eastman Kodak Company|DC210 Zoom (V05.00)|Kodak|DC210 Zoom (V05.00)",
        "OLYMPUS IMAGING CORP.|E-P3|Olympus|E-P3",
        "OLYMPUS OPTICAL CO.,LTD|C960Z,D460Z|Olympus|C960Z,D460Z",
        "CASIO COMPUTER CO.,LTD.|EX-M2|Casio|EX-M2",
        "PENTAX Corporation|PENTAX K10D|Pentax|K10D",
        "RICOH IMAGING COMPANY, LTD.|PENTAX K-3|Pentax|K-3",
        "RICOH|RDC-5300|Ricoh|RDC-5300",
        "SANYO Electric Co.,Ltd.|SR6|Sanyo|SR6",
        "Samsung Techwin|<Digimax i50 MP3>|Samsung|<Digimax i50 MP3>",
        "samsung|SM-G930F|Samsung|SM-G930F",
        "SONY|DSC-D700|Sony|DSC-D700",
        "FUJIFILM|FinePix E500|Fujifilm|FinePix E500",
        "KONICA MINOLTA|DiMAGE Z3|Konica Minolta|DiMAGE Z3",
        "Leica Camera AG|LEICA Q2|Leica|Q2",
        "HMD Global|Nokia 8.3 5G|HMD|Nokia 8.3 5G",
        "Apple|iPhone 13 Pro Max|Apple|iPhone 13 Pro Max",
        "Polyphony Digital Inc.|Gran Turismo 5|Polyphony|Gran Turismo 5",
        "Company|X|Company|X",
        "Jolla|Jolla|Jolla|Jolla",
        "HUAWEI|HUAWEI P20|Huawei|P20",
        "Sonya|Sonya 3|Sonya|3",
      })
  void makes_and_models_are_what_people_call_them(String make, String model, String niceMake, String niceModel) {
    assertThat(CameraNames.make(make, model)).isEqualTo(niceMake);
    assertThat(CameraNames.model(make, model)).isEqualTo(niceModel);
  }

  @Test
  void a_camera_without_make_keeps_its_model() {
    assertThat(CameraNames.make(null, "E950")).isNull();
    assertThat(CameraNames.model(null, "E950")).isEqualTo("E950");
    assertThat(CameraNames.model("NIKON", null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2008:05:30 15:56:01,2008-05-30T15:56:01,",
    "2008:05:30 15:56:01+02:00,2008-05-30T15:56:01,+02:00",
    "2008-05-30T15:56:01Z,2008-05-30T15:56:01,+00:00",
    "2008-05-30T15:56,2008-05-30T15:56,",
    "2008/05/30 15:56:01,2008-05-30T15:56:01,",
    "20080530 155601-0430,2008-05-30T15:56:01,-04:30",
    "2008-05-30T15:56:01.25+02:00,2008-05-30T15:56:01.250,+02:00",
    "2008:05:30 15:56:01.1234567891,2008-05-30T15:56:01.123456,",
    "1911-03-03T23:59:59.9999999,1911-03-03T23:59:59.999999,",
    "2008:05:30 15:56:01+99:00,2008-05-30T15:56:01,",
    "1839:08:19 10:00:00,1839-08-19T10:00,",
  })
  void moments_are_read_in_every_spelling(String text, String local, String offset) {
    assertThat(CaptureTime.parse(text, null, null, "exif")).hasValueSatisfying(taken -> {
      assertThat(taken.local().toString()).isEqualTo(local);
      assertThat(taken.offset()).isEqualTo(offset);
      assertThat(taken.instant() == null).isEqualTo(offset == null);
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"2008-05-30", "2008:05:30", "20080530", " 2008/05/30 "})
  void a_date_alone_is_the_beginning_of_that_day(String text) {
    assertThat(CaptureTime.ofDay(text, "xmp")).hasValue(new TakenAt(LocalDateTime.parse("2008-05-30T00:00"), null, null, "xmp"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2008", "2008-05", "2008-02-30", "0000:00:00", "00000000", "2008-05-30T10", "1234-01-01", "2008-0530"})
  void less_than_a_date_is_no_day(String text) {
    assertThat(CaptureTime.ofDay(text, "xmp")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "    :  :     :  :  ", "0000:00:00 00:00:00", "2008:02:30 10:00:00", "2008:13:01 10:00:00", "2008:05:30 24:00:00",
          "2008:05:30 10:60:00", "9999:01:01 00:00:00", "2008:05:30", "yesterday", "1234:01:01 00:00:00"})
  void nonsense_is_no_moment(String text) {
    assertThat(CaptureTime.parse(text, null, null, "exif")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"+02:00,+02:00", "-0330,-03:30", "Z,Z", "+14:00,+14:00"})
  void offsets_are_read(String text, String offset) {
    assertThat(CaptureTime.offset(text)).hasValueSatisfying(zone -> assertThat(zone.getId()).isEqualTo(offset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+15:00", "2", "Europe/Paris", "+2", "--02:00"})
  void what_no_clock_shows_is_no_offset(String text) {
    assertThat(CaptureTime.offset(text)).isEmpty();
  }

  @Test
  void tags_are_composed_trimmed_and_none_comes_twice() {
    assertThat(Tags.of(List.of(" Été ", "E\u0301te\u0301", "ÉTÉ", "", "two  words", "\u0000")))
        .containsExactly("Été", "two words");
    assertThat(Tags.of(List.of("x".repeat(500))).getFirst()).hasSize(100);
  }

  @Test
  void half_a_coordinate_is_refused() {
    assertThat(catchThrowable(() -> new Place(1.0, null, null, null))).isInstanceOf(IllegalArgumentException.class);
    assertThat(catchThrowable(() -> new Place(91.0, 0.0, null, null))).isInstanceOf(IllegalArgumentException.class);
  }
}
