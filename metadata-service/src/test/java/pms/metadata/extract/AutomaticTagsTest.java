package pms.metadata.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Camera;
import pms.contracts.TakenAt;
import pms.metadata.atlas.Cities;

class AutomaticTagsTest {

  @Test
  void a_picture_of_paris_gets_camera_season_shape_and_place() {
    assumeTrue(Cities.areThere(), "skipped: built without the cities");
    Facts facts = Pictures.read("image/jpeg", Pictures.paris()).facts();
    assertThat(AutomaticTags.of(facts, facts.takenAt(), facts.place())).containsExactly("Nikon", "spring", "portrait", "Paris", "France");
  }

  @ParameterizedTest
  @CsvSource({"48,2021-07-04,summer", "-34,2021-07-04,winter", "48,2021-12-31,winter", "-34,2021-12-31,summer", "48,2021-03-01,spring",
      "-34,2021-03-01,autumn", "48,2021-11-30,autumn", "-34,2021-11-30,spring"})
  void seasons_follow_from_month_and_hemisphere(double latitude, String day, String season) {
    assertThat(tags(facts(null, null), day, new Place(latitude, -150.0, null, null))).containsExactly(season);
  }

  @Test
  void there_is_no_season_between_the_tropics_nor_without_a_place() {
    assertThat(tags(facts(null, null), "2021-07-04", new Place(10.0, -150.0, null, null))).isEmpty();
    assertThat(tags(facts(null, null), "2021-07-04", null)).isEmpty();
    assertThat(tags(facts(null, null), "2021-07-04", new Place(null, null, null, "Paris"))).isEmpty();
    assertThat(AutomaticTags.of(facts(null, null), null, new Place(48.0, -150.0, null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4000,3000,landscape", "3000,4000,portrait", "1080,1080,square", "1081,1080,square"})
  void shapes_follow_from_the_size(int width, int height, String shape) {
    assertThat(AutomaticTags.of(facts(width, height), null, null)).containsExactly(shape);
  }

  @Test
  void what_is_twice_as_wide_as_high_is_a_panorama() {
    assertThat(AutomaticTags.of(facts(8000, 4000), null, null)).containsExactly("landscape", "panorama");
    assertThat(AutomaticTags.of(facts(4000, 8000), null, null)).containsExactly("portrait");
    String sphere = Pictures.XMP.replace("xmp:Rating=\"4\"", "xmlns:g=\"http://ns.google.com/photos/1.0/panorama/\" g:ProjectionType=\"equirectangular\"");
    Facts told = Pictures.read("image/jpeg", Pictures.withXmp(Pictures.jpeg(30, 20), sphere)).facts();
    assertThat(AutomaticTags.of(told, null, null)).containsExactly("landscape", "panorama");
  }

  @Test
  void screenshots_are_known_by_name_or_by_size() {
    assertThat(shot("Screenshot_2021-07-04-15-30-12.jpg", "image/jpeg", 500, 300)).contains("screenshot");
    assertThat(shot("Screen Shot 2021-07-04 at 3.30.12 PM.png", "image/png", 500, 300)).contains("screenshot");
    assertThat(shot("a.png", "image/png", 1170, 2532)).contains("screenshot");
    assertThat(shot("a.png", "image/png", 1920, 1080)).contains("screenshot");
    assertThat(shot("a.jpg", "image/jpeg", 1920, 1080)).doesNotContain("screenshot");
    assertThat(shot("a.png", "image/png", 1921, 1080)).doesNotContain("screenshot");
    assertThat(shot("screenshot.png", "image/png", 3440, 1440)).doesNotContain("panorama");
  }

  @Test
  void where_somebody_says_otherwise_the_picture_is_there() {
    assumeTrue(Cities.areThere(), "skipped: built without the cities");
    Facts facts = Pictures.read("image/jpeg", Pictures.paris()).facts();
    assertThat(AutomaticTags.of(facts, facts.takenAt(), new Place(-33.8568, 151.2153, null, null)))
        .containsExactly("Nikon", "autumn", "portrait", "Sydney", "Australia");
  }

  @Test
  void a_camera_is_named_by_its_make() {
    Facts facts = new Facts(null, null, null, null, new Camera("Canon", "EOS R5", null), null, null, null, null, List.of(), null, List.of());
    assertThat(AutomaticTags.of(facts, null, null)).containsExactly("Canon");
  }

  private static List<String> shot(String name, String type, int width, int height) {
    return AutomaticTags.of(facts(width, height).named(name, type), null, null);
  }

  private static List<String> tags(Facts facts, String day, Place place) {
    return AutomaticTags.of(facts, new TakenAt(LocalDateTime.parse(day + "T12:00"), null, null, "exif"), place);
  }

  private static Facts facts(Integer width, Integer height) {
    return new Facts(width, height, null, null, null, null, null, null, null, List.of(), null, List.of());
  }
}
