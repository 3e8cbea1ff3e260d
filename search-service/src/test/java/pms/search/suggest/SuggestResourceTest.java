package pms.search.suggest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pms.platform.test.PmsPlatform;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class SuggestResourceTest {

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
  void tags_places_cameras_and_albums_are_suggested_the_most_frequent_first() {
    Album album = Album.of(library);
    Events first = library.picture("a.jpg", Facts.none().tags("Canoë", "Wild West").at(60, 10, "Cannes").camera("Canon", "EOS 5D", null));
    library.picture("b.jpg", Facts.none().tags("Canoë").camera("Canon", "EOS 5D", null));
    library.picture("c.jpg", Facts.none().tags("Canoë").camera("Canon", "EOS 5D Mark II", null).at(61, 10, "Old Cannes"));
    log.tell(album.seenBy(1, "Our canals"), first.shared(1, List.of(album.id())));
    library.waitFor("is:ready", 3);
    library.waitFor("album:canals", 1);
    assertThat(suggested("can"))
        .containsExactly(
            Map.of("kind", "tag", "value", "Canoë", "count", 3, "query", "tag:\"Canoë\""),
            Map.of("kind", "camera", "value", "Canon EOS 5D", "count", 2, "query", "camera:=\"Canon EOS 5D\""),
            Map.of("kind", "place", "value", "Cannes", "count", 1, "query", "place:=\"Cannes\""),
            Map.of("kind", "camera", "value", "Canon EOS 5D Mark II", "count", 1, "query", "camera:=\"Canon EOS 5D Mark II\""),
            Map.of("kind", "place", "value", "Old Cannes", "count", 1, "query", "place:=\"Old Cannes\""),
            Map.of(
                "kind", "album", "value", "Our canals", "count", 1, "query", "album:" + album.id(),
                "id", album.id().toString()));
    assertThat(values("CANOE")).containsExactly("Canoë");
    assertThat(values("eos 5")).containsExactly("Canon EOS 5D", "Canon EOS 5D Mark II");
    assertThat(values("w")).containsExactly("Wild West");
    assertThat(values("xyz")).isEmpty();
    assertThat(values("")).isEmpty();
    assertThat(library.get("/api/search/suggest", "q", "can", "limit", 1).extract().jsonPath().getList("items")).hasSize(1);
    for (Map<String, Object> one : suggested("can")) {
      assertThat(library.total((String) one.get("query"))).as("%s", one).isEqualTo((int) one.get("count"));
    }
  }

  @Test
  void the_trash_suggests_nothing() {
    log.tell(library.picture("a.jpg", Facts.none().tags("zebra")).trashed(1));
    library.picture("b.jpg", Facts.none().tags("zebu"));
    Group.awaitNoLag();
    library.waitFor("tag:zebu is:ready", 1);
    library.waitFor("tag:zebra", 0);
    assertThat(values("zeb")).containsExactly("zebu");
  }

  /** R4: signs that mean something to the index are only signs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".*", "[a-z]", "(", "a|b", "~a", "a&b", "<1-9>", "\"", "\\", "#", "@", "{2}", "tag\t", "\t", "^", "$", "?",
        "\u0000", "\ud83d", "e\u0301", "❤"
      })
  void what_means_something_to_the_index_is_looked_for_as_it_is(String q) {
    library.picture("a.jpg", Facts.none().tags("plain"));
    library.waitFor("is:ready", 1);
    assertThat(values(q)).isEmpty();
  }

  @Test
  void a_tag_of_signs_is_suggested() {
    library.picture("a.jpg", Facts.none().tags("C++ (best)", "❤ love", "say \"hi\""));
    library.waitFor("is:ready", 1);
    assertThat(values("c++ (b")).containsExactly("C++ (best)");
    assertThat(values("❤")).containsExactly("❤ love");
    assertThat(library.names((String) suggested("say").getFirst().get("query"))).containsExactly("a.jpg");
  }

  @ParameterizedTest
  @CsvSource({"a,0,limit", "a,51,limit", "a,x,limit"})
  void a_bad_limit_is_refused_by_name(String q, String limit, String field) {
    library.get("/api/search/suggest", "q", q, "limit", limit).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void a_text_that_is_too_long_is_refused() {
    library.get("/api/search/suggest", "q", "x".repeat(101)).statusCode(400).body("errors[0].field", equalTo("q"));
    for (String sign : List.of("ﷺ", "‼", "(", "\\", "ß")) {
      library.get("/api/search/suggest", "q", sign.repeat(100)).statusCode(200);
    }
    given().get("/api/search/suggest?q=a").then().statusCode(401);
  }

  private List<Map<String, Object>> suggested(String q) {
    return library.get("/api/search/suggest", "q", q).statusCode(200).extract().jsonPath().getList("items");
  }

  private List<String> values(String q) {
    return suggested(q).stream().map(one -> (String) one.get("value")).toList();
  }
}
