package pms.search.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.PmsEvent;
import pms.platform.test.PmsPlatform;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class MapResourceTest {

  private EventLog log;
  private Library library;

  @BeforeEach
  void open() {
    log = new EventLog();
    library = new Library(log);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void near_pictures_are_one_cluster_with_its_centre_and_one_of_them() {
    Events one = at(48.85, 2.35, "Paris");
    Events other = at(48.87, 2.35, "Paris again");
    Events far = at(-33.87, 151.2, "Sydney");
    library.picture("nowhere.jpg", Facts.none());
    library.waitFor("has:location", 3);

    JsonPath world = map("-180,-90,180,90", 1);
    assertThat(world.getLong("total")).isEqualTo(3);
    assertThat(world.getList("items.count")).containsExactlyInAnyOrder(2, 1);
    JsonPath paris = world.setRootPath("items.find { it.count == 2 }");
    assertThat(paris.getDouble("centre.latitude")).isCloseTo(48.86, within(0.001));
    assertThat(paris.getDouble("centre.longitude")).isCloseTo(2.35, within(0.001));
    assertThat(paris.getString("image")).isIn(one.id().toString(), other.id().toString());
    world.setRootPath("");
    assertThat(world.getString("items.find { it.count == 1 }.image")).isEqualTo(far.id().toString());

    assertThat(map("2,48,3,49", 16).getList("items.count")).containsExactly(1, 1);
    assertThat(map("2,48,3,49", 16).getList("items.image"))
        .containsExactlyInAnyOrder(one.id().toString(), other.id().toString());
    assertThat(map("10,48,20,49", 5).getList("items")).isEmpty();
  }

  @Test
  void a_box_over_the_date_line_has_both_its_sides() {
    at(-18, 179.5, "Taveuni");
    at(-18, -179.5, "Vanua Balavu");
    at(-18, 0, "elsewhere");
    library.waitFor("has:location", 3);
    assertThat(map("170,-30,-170,0", 4).getLong("total")).isEqualTo(2);
    assertThat(map("170,-30,190,0", 4).getLong("total")).isEqualTo(2);
    assertThat(map("-190,-30,-170,0", 4).getLong("total")).isEqualTo(2);
    assertThat(map("-170,-30,170,0", 4).getLong("total")).isEqualTo(1);
  }

  @Test
  void the_map_shows_what_a_query_finds() {
    at(48.85, 2.35, "Paris");
    at(48.85, 2.36, "Louvre");
    library.waitFor("has:location", 2);
    JsonPath found = library.get("/api/map", "bbox", "2,48,3,49", "zoom", 10, "q", "louvre").statusCode(200).extract().jsonPath();
    assertThat(found.getLong("total")).isEqualTo(1);
  }

  /** The whole world as close as can be asked for is no more than a screen of clusters, and each has its picture. */
  @Test
  void many_pictures_over_the_world_are_a_bounded_number_of_clusters() {
    List<PmsEvent> events = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Events image = library.image();
      events.add(image.uploaded("p.jpg"));
      events.add(image.described(Facts.none().at(-80 + i * 7 % 160, -179 + i * 13 % 358, null)));
    }
    log.tell(events);
    library.waitFor("has:location", 3000);
    JsonPath world = map("-180,-90,180,90", 22);
    assertThat(world.getLong("total")).isEqualTo(3000);
    List<Integer> counts = world.getList("items.count");
    assertThat(counts).hasSizeBetween(100, 1024);
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3000);
    assertThat(world.getList("items.image")).doesNotContainNull().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "bbox, '', 1, bbox", "bbox, '1,2,3', 1, bbox", "bbox, '0,91,1,1', 1, bbox", "bbox, '0,0,1,1', -1, zoom",
    "bbox, '0,0,1,1', 23, zoom", "bbox, '0,0,1,1', x, zoom", "other, '0,0,1,1', 1, bbox"
  })
  void a_bad_parameter_is_refused_by_name(String name, String bbox, String zoom, String field) {
    library.get("/api/map", name, bbox, "zoom", zoom).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void without_a_token_there_is_no_map() {
    given().get("/api/map?bbox=0,0,1,1&zoom=1").then().statusCode(401);
  }

  private Events at(double latitude, double longitude, String title) {
    return library.picture(title + ".jpg", Facts.titled(title).at(latitude, longitude, null));
  }

  private JsonPath map(String bbox, int zoom) {
    return library.get("/api/map", "bbox", bbox, "zoom", zoom).statusCode(200).extract().jsonPath();
  }
}
