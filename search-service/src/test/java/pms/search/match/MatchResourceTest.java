package pms.search.match;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.kit.internal.InternalCalls;
import pms.platform.test.PmsPlatform;
import pms.search.index.Elasticsearch;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Library;

/** What sharing-service asks for the albums that follow a query, and metadata-service for bulk jobs. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class MatchResourceTest {

  @Inject InternalCalls calls;

  private EventLog log;
  private Library alice;

  @BeforeEach
  void open() {
    log = new EventLog();
    alice = new Library(log);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void each_image_is_told_with_its_time_and_the_queries_it_matches() {
    Events both = alice.picture("a.jpg", Facts.titled("Sea").tags("beach").taken("2021-07-14T10:00:00"));
    Events one = alice.picture("b.jpg", Facts.titled("Seaside").tags("Beach"));
    Events none = alice.picture("c.jpg", Facts.none());
    awaitKnown(both, one, none);
    JsonPath answer = match(List.of("sea", "tag:beach taken:2020.."), both, one, none);
    assertThat(answer.getList("behind")).isEmpty();
    assertThat(answer.getList("matches.id")).containsExactly(both.id().toString());
    assertThat(answer.getList("matches[0].queries")).containsExactly(0, 1);
    assertThat(answer.getString("matches[0].time")).startsWith("2021-07-14T10:00");
    // A word that is kept is not the beginning of another one.
    assertThat(match(List.of("tag:beach"), both, one, none).getList("matches.id"))
        .containsExactlyInAnyOrder(both.id().toString(), one.id().toString());
  }

  @Test
  void what_is_not_indexed_yet_is_behind_until_it_is() {
    Events image = alice.picture("a.jpg", Facts.none().tags("x"));
    Events unheard = alice.image();
    awaitKnown(image);
    assertThat(match(List.of("tag:y"), told(image, 2, 0), told(unheard, 1, 0)).getList("behind"))
        .containsExactlyInAnyOrder(image.id().toString(), unheard.id().toString());
    log.tell(image.described(2, Facts.none().tags("y")));
    await().atMost(Duration.ofSeconds(60)).until(() -> match(List.of("tag:y"), told(image, 2, 0)).getList("behind").isEmpty());
    assertThat(match(List.of("tag:y"), told(image, 2, 0)).getList("matches.id")).containsExactly(image.id().toString());
    assertThat(match(List.of("tag:y"), told(image, 2, 1)).getList("behind")).containsExactly(image.id().toString());
    log.tell(image.trashed(1));
    await().atMost(Duration.ofSeconds(60)).until(() -> match(List.of("tag:y"), told(image, 2, 1)).getList("behind").isEmpty());
    assertThat(match(List.of("tag:y"), told(image, 2, 1)).getList("matches")).isEmpty();
  }

  /** A2: what others share with the owner is in no album of theirs that follows a query. */
  @Test
  void only_ones_own_pictures_match() {
    Library bob = new Library(log);
    Events shared = bob.picture("b.jpg", Facts.none());
    Events own = alice.picture("a.jpg", Facts.none());
    log.tell(shared.shared(1, List.of(), alice.subject()), Album.of(bob).seenBy(1, "x", alice.subject()));
    alice.waitFor(2);
    awaitKnown(own);
    assertThat(match(List.of(""), shared, own).getList("matches.id")).containsExactly(own.id().toString());
    assertThat(all("", null, 10).getList("items.id")).containsExactly(own.id().toString());
  }

  @Test
  void all_come_in_pages_by_id() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      ids.add(alice.picture("p" + i + ".jpg", Facts.none().rating(i % 2 == 0 ? 5 : 1)).id().toString());
    }
    alice.waitFor("rating:5", 3);
    List<String> seen = new ArrayList<>();
    String next = null;
    do {
      JsonPath page = all("rating:5", next, 2);
      seen.addAll(page.getList("items.id"));
      next = page.getString("next");
    } while (next != null);
    assertThat(seen).containsExactly(ids.get(0), ids.get(2), ids.get(4));
  }

  /** Nobody looks at what is changed by all a query finds: neither typing errors count nor beginnings, nor other forms if so asked. */
  @Test
  void what_is_meant_literally_finds_nothing_else() {
    Events meant = alice.picture("a.jpg", Facts.titled("One ZEBRAFISH"));
    Events mistyped = alice.picture("b.jpg", Facts.titled("zebrafisk"));
    Events form = alice.picture("c.jpg", Facts.titled("x").tags("zebrafishing"));
    Events longer = alice.picture("d.jpg", Facts.titled("zebrafishbowl"));
    awaitKnown(meant, mistyped, form, longer);
    assertThat(all("zebrafish", null, 10).getList("items.id")).containsExactly(meant.id().toString(), form.id().toString());
    assertThat(literal("zebrafish")).containsExactly(meant.id().toString());
    assertThat(literal("zebrafisk OR (one zebrafish)")).containsExactly(meant.id().toString(), mistyped.id().toString());
    assertThat(literal("-zebrafish")).containsExactly(mistyped.id().toString(), longer.id().toString());
  }

  @Test
  void a_query_that_cannot_be_kept_is_named_with_its_place() {
    Map<String, Object> body = Map.of("owner", alice.owner(), "queries", List.of("ok", "iso:x"));
    post("matches", "", body).statusCode(400).body("errors[0].field", equalTo("queries[1]"))
        .body("errors[0].message", startsWith("at character 5"));
    post("matches", "", Map.of("owner", alice.owner(), "queries", List.of("a OR -(b album:x)"))).statusCode(400)
        .body("errors[0].field", equalTo("queries[0]"));
    post("matches", "", Map.of("queries", List.of("a"))).statusCode(400).body("errors[0].field", equalTo("owner"));
    post("matches", "", Map.of("owner", alice.owner(), "queries", List.of("a"))).statusCode(200).body("matches.size()", equalTo(0));
  }

  /** A9: nobody but our services, whatever else they bring. */
  @Test
  void without_the_seal_nothing_is_told() {
    Map<String, Object> body = Map.of("owner", alice.owner(), "query", "", "limit", 10);
    byte[] sealed = json(body);
    for (String seal : Arrays.asList(null, "", "x", calls.seal("matches", sealed), calls.seal("all matches", json(Map.of())))) {
      Map<String, Object> headers = new HashMap<>();
      if (seal != null) {
        headers.put(InternalCalls.HEADER, seal);
      }
      given().headers(headers).contentType("application/json").body(sealed).post("/internal/matches/all").then()
          .statusCode(401).contentType("application/problem+json");
    }
  }

  /** Events of an image come over several topics. */
  private void awaitKnown(Events... images) {
    await().atMost(Duration.ofSeconds(60)).until(() -> match(List.of(""), images).getList("behind").isEmpty());
  }

  private JsonPath match(List<String> queries, Events... images) {
    return match(queries, Arrays.stream(images).map(image -> told(image, 1, 0)).toArray(Map[]::new));
  }

  @SafeVarargs
  private JsonPath match(List<String> queries, Map<String, Object>... images) {
    Map<String, Object> body = Map.of("owner", alice.owner(), "queries", queries, "images", List.of(images));
    return post("matches", "", body).statusCode(200).extract().jsonPath();
  }

  private static Map<String, Object> told(Events image, int facts, int lifecycle) {
    Map<String, Object> told = new HashMap<>(Map.of("id", image.id(), "uploaded", true, "facts", facts));
    if (lifecycle > 0) {
      told.put("lifecycle", lifecycle);
    }
    return told;
  }

  private JsonPath all(String query, String after, int limit) {
    Map<String, Object> body = new HashMap<>(Map.of("owner", alice.owner(), "query", query, "limit", limit));
    if (after != null) {
      body.put("after", UUID.fromString(after));
    }
    return post("all matches", "/all", body).statusCode(200).extract().jsonPath();
  }

  private List<String> literal(String query) {
    Map<String, Object> body = Map.of("owner", alice.owner(), "query", query, "limit", 10, "literal", true);
    return post("all matches", "/all", body).statusCode(200).extract().jsonPath().getList("items.id");
  }

  private ValidatableResponse post(String call, String path, Map<String, Object> body) {
    byte[] json = json(body);
    return given().header(InternalCalls.HEADER, calls.seal(call, json)).contentType("application/json").body(json)
        .post("/internal/matches" + path).then();
  }

  private static byte[] json(Map<String, Object> body) {
    try {
      return Elasticsearch.JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
