package pms.search.find;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.platform.test.PmsPlatform;
import pms.search.testing.EventLog;
import pms.search.testing.Events.Facts;
import pms.search.testing.Index;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchResourceTest {

  private EventLog log;
  private Library mine;
  private Library theirs;

  /** Once for all: only now, and not before all tests, is it known where the service listens. */
  @BeforeEach
  void fill() {
    if (log != null) {
      return;
    }
    log = new EventLog();
    mine = new Library(log);
    theirs = new Library(log);
    mine.picture(
        "IMG_2041-strand.jpg",
        Facts.titled("Café on the beach")
            .description("We were running along the shore.")
            .taken("2021-07-14T18:30:00")
            .camera("Canon", "Canon EOS 5D", "EF50mm f/1.4 USM")
            .exposure(100, 1.4, 50)
            .at(48.85, 2.35, "Paris")
            .tags("Été", "Two Words")
            .category("Travel/France")
            .rating(5)
            .favourite());
    mine.picture(
        "night.jpg",
        Facts.titled("Golden Gate Bridge at night")
            .taken("2020-02-29T23:10:00")
            .camera("Apple", "iPhone 12", null)
            .exposure(1600, 2.8, 26)
            .at(37.82, -122.48, "San Francisco")
            .tags("night", "Bridge")
            .category("Travel/USA")
            .rating(3));
    mine.picture("golden-hour.jpg", Facts.titled("The gate in golden light").taken("2022-12-31T23:59:59"));
    mine.picture("plain.jpg", Facts.none());
    theirs.picture("IMG_2041-strand.jpg", Facts.titled("Café on the beach").tags("Été").taken("2021-07-14T18:30:00"));
    mine.waitFor("is:ready", 4);
    theirs.waitFor("is:ready", 1);
  }

  @AfterAll
  void close() {
    log.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "beach | IMG_2041-strand.jpg",
        "BEACH | IMG_2041-strand.jpg",
        "cafe | IMG_2041-strand.jpg",
        "CAFÉ | IMG_2041-strand.jpg",
        "cafe\u0301 | IMG_2041-strand.jpg",
        "run | IMG_2041-strand.jpg",
        "beaches | IMG_2041-strand.jpg",
        "bea | IMG_2041-strand.jpg",
        "b | IMG_2041-strand.jpg, night.jpg",
        "2041 | IMG_2041-strand.jpg",
        "IMG_2041-strand.jpg | IMG_2041-strand.jpg",
        "strand | IMG_2041-strand.jpg",
        "paris | IMG_2041-strand.jpg",
        "canon | IMG_2041-strand.jpg",
        "france | IMG_2041-strand.jpg",
        "ete | IMG_2041-strand.jpg",
        "shore cafe | IMG_2041-strand.jpg",
        "shore night | ",
        "golden | golden-hour.jpg, night.jpg",
        "\"golden gate\" | night.jpg",
        "\"gate golden\" | ",
        "golden -bridge | golden-hour.jpg",
        "cafe OR bridge | IMG_2041-strand.jpg, night.jpg",
        "golden (bridge OR hour) -night | golden-hour.jpg",
        "tag:ete | IMG_2041-strand.jpg",
        "tag:ÉTÉ | IMG_2041-strand.jpg",
        "tag:\"two words\" | IMG_2041-strand.jpg",
        "tag:two | ",
        "category:travel | IMG_2041-strand.jpg, night.jpg",
        "category:Travel/France/ | IMG_2041-strand.jpg",
        "category:Trav | ",
        "camera:canon | IMG_2041-strand.jpg",
        "camera:\"eos 5d\" | IMG_2041-strand.jpg",
        "camera:\"5d apple\" | ",
        "camera:=\"Canon EOS 5D\" -camera:=Canon -place:=paris -category:=Travel | IMG_2041-strand.jpg",
        "lens:EF50mm | IMG_2041-strand.jpg",
        "place:francisco | night.jpg",
        "type:jpg | IMG_2041-strand.jpg, golden-hour.jpg, night.jpg, plain.jpg",
        "type:png | ",
        "taken:2021 | IMG_2041-strand.jpg",
        "taken:2021-07-14 | IMG_2041-strand.jpg",
        "taken:2021-07-13 | ",
        "taken:2020-02..2021 | IMG_2041-strand.jpg, night.jpg",
        "taken:2022-12-31 | golden-hour.jpg",
        "taken:>2021-07 | golden-hour.jpg",
        "taken:..2020 | night.jpg",
        "taken:9999 | ",
        "iso:>=800 | night.jpg",
        "iso:100 | IMG_2041-strand.jpg",
        "f:<2.8 | IMG_2041-strand.jpg",
        "f:2.8 | night.jpg",
        "focal:20..30 | night.jpg",
        "rating:5 | IMG_2041-strand.jpg",
        "rating:>=3 | IMG_2041-strand.jpg, night.jpg",
        "near:48.86,2.34,10km | IMG_2041-strand.jpg",
        "near:48.86,2.34,100m | ",
        "near:48.85,2.35,1m | IMG_2041-strand.jpg",
        "near:0,0,20000km | IMG_2041-strand.jpg, night.jpg",
        "has:location | IMG_2041-strand.jpg, night.jpg",
        "-has:location | golden-hour.jpg, plain.jpg",
        "has:date | IMG_2041-strand.jpg, golden-hour.jpg, night.jpg",
        "-has:title | plain.jpg",
        "has:lens | IMG_2041-strand.jpg",
        "has:tags | IMG_2041-strand.jpg, night.jpg",
        "has:category | IMG_2041-strand.jpg, night.jpg",
        "has:camera | IMG_2041-strand.jpg, night.jpg",
        "has:description | IMG_2041-strand.jpg",
        "has:rating | IMG_2041-strand.jpg, night.jpg",
        "is:favourite | IMG_2041-strand.jpg",
        "is:failed | ",
        "-nothing | IMG_2041-strand.jpg, golden-hour.jpg, night.jpg, plain.jpg",
        "  | IMG_2041-strand.jpg, golden-hour.jpg, night.jpg, plain.jpg",
      })
  void a_query_finds(String q, String expected) {
    List<String> names = expected == null ? List.of() : List.of(expected.split(", "));
    assertThat(mine.names(q == null ? "" : q)).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void a_hit_looks_like_an_image_everywhere_else() {
    JsonPath hit = mine.search("camera:canon").setRootPath("items[0]");
    assertThat(hit.getString("owner")).isEqualTo(mine.owner());
    assertThat(hit.getString("state")).isEqualTo("ready");
    assertThat(hit.getString("type")).isEqualTo("image/jpeg");
    assertThat(hit.getInt("width")).isEqualTo(301);
    assertThat(hit.getInt("height")).isEqualTo(400);
    assertThat(hit.getString("thumbhash")).isEqualTo("hash1");
    assertThat(hit.getString("takenAt.local")).isEqualTo("2021-07-14T18:30:00");
    assertThat(hit.getString("uploadedAt")).isEqualTo("2024-05-01T10:00:00Z");
    assertThat(hit.getString("camera.model")).isEqualTo("Canon EOS 5D");
    assertThat(hit.getInt("exposure.iso")).isEqualTo(100);
    assertThat(hit.getDouble("location.latitude")).isEqualTo(48.85);
    assertThat(hit.getList("tags")).containsExactly("Été", "Two Words");
    assertThat(hit.getInt("version")).isEqualTo(1);
    assertThat(hit.getBoolean("favourite")).isTrue();
  }

  @Test
  void facets_and_total_count_only_ones_own_hits() {
    JsonPath all = mine.search("");
    assertThat(all.getLong("total")).isEqualTo(4);
    assertThat(all.getList("facets.camera"))
        .containsExactlyInAnyOrder(facet("Canon EOS 5D", 1), facet("Apple iPhone 12", 1));
    assertThat(all.getList("facets.type")).containsExactly(facet("image/jpeg", 4));
    assertThat(all.getList("facets.tags"))
        .containsExactlyInAnyOrder(facet("Été", 1), facet("Two Words", 1), facet("night", 1), facet("Bridge", 1));
    assertThat(all.getList("facets.year"))
        .containsExactlyInAnyOrder(facet("2020", 1), facet("2021", 1), facet("2022", 1));
    assertThat(mine.search("camera:canon").getList("facets.camera")).containsExactly(facet("Canon EOS 5D", 1));
    assertThat(mine.search("nothing").getList("facets.camera")).isEmpty();
  }

  @Test
  void without_words_the_newest_come_first_and_with_words_the_best() {
    assertThat(mine.names("")).startsWith("plain.jpg", "golden-hour.jpg", "IMG_2041-strand.jpg", "night.jpg");
    assertThat(mine.names("bridge OR shore")).first().isEqualTo("night.jpg");
    assertThat(mine.names("", "sort", "taken", "order", "asc")).first().isEqualTo("night.jpg");
    assertThat(mine.names("", "sort", "name")).startsWith("golden-hour.jpg", "IMG_2041-strand.jpg", "night.jpg");
    assertThat(mine.names("golden", "sort", "size")).hasSize(2);
    assertThat(mine.names("golden", "sort", "uploaded")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "colour:red | q | at character 1: there is no field colour",
        "sea iso:many | q | at character 9: a number is expected",
        "(sea | q | at character 1: this bracket is never closed",
      })
  void a_bad_query_is_refused_with_its_place(String q, String field, String message) {
    mine.ask(q)
        .statusCode(400)
        .contentType(startsWith("application/problem+json"))
        .body("errors[0].field", equalTo(field))
        .body("errors[0].message", startsWith(message));
  }

  @ParameterizedTest
  @CsvSource({
    "limit,0", "limit,201", "limit,-1", "limit,x", "limit,99999999999", "limit,1.5", "sort,colour", "order,up",
    "after,x", "after,!!!", "after,e30", "after,bnVsbA", "after,WyJ0YWtlbkF0OmRlc2MiXQ"
  })
  void a_bad_parameter_is_refused_by_name(String name, String value) {
    mine.ask("", name, value).statusCode(400).body("errors[0].field", equalTo(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"takenAt:desc\",\"VIEW\",false,\"x\",\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",false,1,2]",
        "[\"takenAt:desc\",\"VIEW\",false,null,null]",
        "[\"takenAt:desc\",\"VIEW\",false,1e400,\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",false,99999999999999999999,\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",false,[[1]],\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",1,1,\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",false,1,\"y\",2,3]",
        "[\"takenAt:asc\",\"VIEW\",false,1,\"y\"]",
        "[\"relevance:desc\",\"VIEW\",false,1.5,1,\"y\"]",
        "[\"takenAt:desc\",\"VIEW\",false,1,\"y\"]",
        "[\"takenAt:desc\",\"aW1hZ2VzLQ==\",false,1,\"y\"]",
        "[\"takenAt:desc\",\"\",false,1,\"y\"]",
        "[\"takenAt:desc\",7,false,1,\"y\"]",
        "{\"takenAt:desc\":1}"
      })
  void a_cursor_that_was_tampered_with_is_refused(String cursor) {
    String view = Base64.getUrlEncoder().encodeToString((Index.alias() + "-1 and what else").getBytes(StandardCharsets.UTF_8));
    String json = cursor.replace("VIEW", view);
    String after = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    mine.ask("", "after", after).statusCode(400).body("errors[0].field", equalTo("after"));
  }

  /** R4: whatever is thrown at it, an answer or a 400, and nobody else's pictures. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "*", "?", "*:*", "a*", "~", "a~2", "a^9", "[a TO b]", "{\"match_all\":{}}", "\"}}}", "'; DROP TABLE image--",
        "\\", "\\\"", "a\\", "/.*/", "&&", "||", "!a", "+a", "a:b", "owner:x", "_id:x", "visible:false", "\u0000",
        "\ud83d", "\ud83d\ude00", "\u202e", "%s%n", "${jndi:x}", "tag:*", "tag:\"\\\"", "category:/", "category:////",
        "camera:*", "place:\"\"", "type:*/*", "near:0,0,20040km"
      })
  void hostile_queries_find_nothing_of_others(String q) {
    var answer = mine.ask(q).extract();
    assertThat(answer.statusCode()).isIn(200, 400);
    if (answer.statusCode() == 200) {
      assertThat(answer.jsonPath().getList("items.owner")).allMatch(owner -> owner.equals(mine.owner()));
      assertThat(answer.jsonPath().getLong("total")).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void a_thousand_brackets_and_ten_thousand_terms_are_a_bad_query() {
    mine.ask("(".repeat(1000) + "a").statusCode(400).body("errors[0].field", equalTo("q"));
    mine.ask("a ".repeat(10_000)).statusCode(400).body("detail", containsString("at most"));
  }

  @Test
  void the_longest_query_that_is_allowed_is_answered() {
    mine.ask(String.join(" OR ", Collections.nCopies(100, "beach"))).statusCode(200);
    mine.ask("-(".repeat(5) + "a b OR c" + ")".repeat(5)).statusCode(200);
    mine.ask("(a OR b ".repeat(10) + ")".repeat(10)).statusCode(200);
  }

  @Test
  void without_a_token_nothing_is_found() {
    given().get("/api/search").then().statusCode(401).contentType(startsWith("application/problem+json"));
  }

  private static Map<String, Object> facet(String value, int count) {
    return Map.of("value", value, "count", count);
  }
}
