package pms.search.similar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.platform.test.PmsPlatform;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class SimilarResourceTest {

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
  void the_likest_come_first_with_the_bits_in_which_they_differ() {
    Events image = looking("a.jpg", "8f00ff00ff00ff01");
    looking("same.jpg", "8f00ff00ff00ff01");
    looking("near.jpg", "8f00ff00ff00ff02");
    looking("farther.jpg", "7000ff00ff00ff01");
    looking("opposite.jpg", "70ff00ff00ff00fe");
    library.picture("unknown.jpg", Facts.none());
    library.waitFor("is:ready", 6);

    JsonPath near = similar(image);
    assertThat(near.getList("items.fileName")).containsExactly("same.jpg", "near.jpg", "farther.jpg");
    assertThat(near.getList("items.distance")).containsExactly(0, 2, 8);
    assertThat(similar(image, "distance", 2).getList("items.fileName")).containsExactly("same.jpg", "near.jpg");
    assertThat(similar(image, "distance", 0).getList("items.distance")).containsExactly(0);
    assertThat(similar(image, "distance", 64).getList("items.distance")).containsExactly(0, 2, 8, 64);
    assertThat(similar(image, "limit", 1).getList("items.fileName")).containsExactly("same.jpg");
  }

  @Test
  void a_picture_of_which_nothing_is_known_has_no_likeness() {
    Events image = library.picture("a.jpg", Facts.none());
    library.picture("b.jpg", Facts.titled("words"));
    library.waitFor("is:ready", 2);
    assertThat(similar(image).getList("items")).isEmpty();
    assertThat(like(image).getList("items")).isEmpty();
  }

  @Test
  void pictures_with_the_same_words_are_more_like_this() {
    Events image = library.picture("1.jpg", Facts.titled("Lighthouse at dusk").tags("sea", "storm").at("Ouessant"));
    library.picture("2.jpg", Facts.titled("Another lighthouse").tags("Sea", "Storm"));
    library.picture("3.jpg", Facts.titled("Storms over the lighthouse").at("Ouessant").tags("sea"));
    library.picture("4.jpg", Facts.titled("Cake"));
    library.waitFor("is:ready", 4);
    assertThat(like(image).getList("items.fileName")).containsExactlyInAnyOrder("2.jpg", "3.jpg");
  }

  /** A1: what is not mine to see and what is not there are answered alike, word for word. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/search/similar", "/api/search/like"})
  void likenesses_are_found_only_among_what_one_may_see(String path) {
    Library other = new Library(log);
    Events theirs = other.image();
    log.tell(theirs.uploaded("theirs.jpg"), theirs.described(Facts.titled("lighthouse")), theirs.rendered("00000000000000ff"));
    Events mine = library.image();
    log.tell(mine.uploaded("mine.jpg"), mine.described(Facts.titled("lighthouse")), mine.rendered("00000000000000ff"));
    library.waitFor("is:ready", 1);
    other.waitFor("is:ready", 1);

    assertThat(library.get(path, "id", mine.id()).statusCode(200).extract().jsonPath().getList("items")).isEmpty();
    String denied = problem(path, theirs.id().toString());
    assertThat(problem(path, Ids.next().toString())).isEqualTo(denied);
    assertThat(problem(path, "1-1-1-1-1")).isEqualTo(denied);

    log.tell(theirs.shared(1, List.of(), library.subject()));
    library.waitFor(2);
    assertThat(library.get(path, "id", mine.id()).extract().jsonPath().getList("items.fileName")).containsExactly("theirs.jpg");
    assertThat(library.get(path, "id", theirs.id()).extract().jsonPath().getList("items.fileName")).containsExactly("mine.jpg");
    log.tell(theirs.shared(2, List.of()));
    library.waitFor(1);
    assertThat(problem(path, theirs.id().toString())).isEqualTo(denied);
  }

  @ParameterizedTest
  @CsvSource({
    "similar,id,'',id", "similar,other,x,id", "like,id,'',id", "similar,limit,0,limit", "similar,limit,101,limit",
    "similar,distance,65,distance", "similar,distance,x,distance", "like,limit,x,limit"
  })
  void a_bad_parameter_is_refused_by_name(String path, String name, String value, String field) {
    library.get("/api/search/" + path, name, value).statusCode(400).body("errors[0].field", equalTo(field));
    given().get("/api/search/" + path).then().statusCode(401);
  }

  private String problem(String path, String id) {
    return library.get(path, "id", id).statusCode(404).extract().body().asString().replaceAll(",\"trace\":\"[0-9a-f]+\"", "");
  }

  private Events looking(String fileName, String hash) {
    Events image = library.image();
    log.tell(image.uploaded(fileName), image.described(Facts.none()), image.rendered(hash));
    return image;
  }

  private JsonPath similar(Events image, Object... parameters) {
    return ask("/api/search/similar", image, parameters);
  }

  private JsonPath like(Events image) {
    return ask("/api/search/like", image);
  }

  private JsonPath ask(String path, Events image, Object... parameters) {
    Object[] all = new Object[parameters.length + 2];
    all[0] = "id";
    all[1] = image.id().toString();
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return library.get(path, all).statusCode(200).extract().jsonPath();
  }
}
