package pms.metadata.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cities and time zones, which the build makes of packages of npm; without npm there are none. */
class AtlasTest {

  @BeforeAll
  static void there() {
    assumeTrue(Cities.areThere() && TimeZones.isThere(), "skipped: built without the atlas, npm could not get its data");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48.8584|2.2945|Paris, France",
        "48.8049|2.1204|Versailles, France",
        "52.5163|13.3777|Berlin, Germany",
        "35.6586|139.7454|Tokyo, Japan",
        "-33.8568|151.2153|Sydney, Australia",
        "40.7282|-74.0776|Jersey City, United States",
        "43.7311|7.4197|Monaco",
        "-18.1416|178.4419|Suva, Fiji",
        "64.1466|-21.9426|Reykjavík, Iceland",
        "39.0513|-94.2888|Blue Springs, United States",
      })
  void places_are_named_after_the_nearest_city(double latitude, double longitude, String place) {
    assertThat(Cities.nearest(latitude, longitude).map(City::placeName)).hasValue(place);
  }

  @ParameterizedTest
  @CsvSource({"0,-30", "-85,0", "90,0", "-90,180", "40,-40", "0,180", "0,-180"})
  void far_from_everybody_there_is_no_city(double latitude, double longitude) {
    assertThat(Cities.nearest(latitude, longitude)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "48.8584,2.2945,Europe/Paris", "40.7178,-74.0431,America/New_York", "-33.8568,151.2153,Australia/Sydney", "27.7172,85.3240,Asia/Kathmandu",
    "21.3069,-157.8583,Pacific/Honolulu", "-34.6037,-58.3816,America/Argentina/Buenos_Aires", "0,-30,Etc/GMT+2",
  })
  void places_have_time_zones(double latitude, double longitude, String zone) {
    assertThat(TimeZones.at(latitude, longitude)).hasValue(ZoneId.of(zone));
  }

  @Test
  void offsets_know_summer_time_and_leave_out_the_sun_times_of_old() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    assertThat(TimeZones.offset(paris, LocalDateTime.parse("2021-07-04T12:00")).orElseThrow().getId()).isEqualTo("+02:00");
    assertThat(TimeZones.offset(paris, LocalDateTime.parse("2021-01-04T12:00")).orElseThrow().getId()).isEqualTo("+01:00");
    assertThat(TimeZones.offset(paris, LocalDateTime.parse("1890-01-04T12:00"))).isEmpty();
  }

  @Test
  void every_point_on_the_globe_has_an_answer() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      double latitude = random.nextDouble(-90, 90);
      double longitude = random.nextDouble(-180, 180);
      assertThat(Cities.nearest(latitude, longitude)).isNotNull();
      assertThat(TimeZones.at(latitude, longitude)).as(latitude + " " + longitude).isPresent();
    }
    assertThat(TimeZones.at(90, 180)).isPresent();
    assertThat(TimeZones.at(-90, -180)).isPresent();
  }
}
