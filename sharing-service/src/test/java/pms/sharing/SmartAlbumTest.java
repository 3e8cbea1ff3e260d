package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageMetadata;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.MetadataExtracted;
import pms.contracts.Topics;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Albums that follow a query by themselves. */
@QuarkusTest
@QuarkusTestResource(SearchStandIn.class)
class SmartAlbumTest extends SharingTest {

  private static final String BEACH = "tag:beach taken:2020..";
  private static final String SNOW = "tag:snow";

  @Inject DataSource database;

  private final TestUser owner = TestUsers.create();

  @Test
  void what_the_query_finds_is_put_in_by_the_time_of_capture_and_followed() {
    UUID late = picture(1, "2022-01-01T10:00:00", BEACH);
    UUID early = picture(1, "2021-01-01T10:00:00", BEACH);
    UUID other = picture(1, "2021-06-01T10:00:00", SNOW);
    UUID album = smart(BEACH);
    holds(album, early, late);
    soon().untilAsserted(() -> as(owner).get(path(album)).then()
        .body("query", equalTo(BEACH)).body("state", equalTo("ready")).body("count", equalTo(2)).body("cover", equalTo(early.toString())));

    changes(other, 2, "2021-06-01T10:00:00", BEACH);
    holds(album, early, other, late);
    changes(early, 2, "2023-06-01T10:00:00", BEACH);
    holds(album, other, late, early);
    changes(late, 2, "2022-01-01T10:00:00", SNOW);
    holds(album, other, early);
    soon().untilAsserted(() -> assertThat(AccessEvents.of(late).getLast())
        .isInstanceOfSatisfying(ImageAccessChanged.class, told -> assertThat(told.albums()).isEmpty()));
    happened(new ImageTrashed(other, owner.id(), 1, Instant.now()));
    holds(album, early);
    happened(new ImageRestored(other, owner.id(), 2, Instant.now()));
    holds(album, other, early);
  }

  /** Search-service may hear of a change later than this service does. */
  @Test
  void an_answer_that_does_not_know_the_change_yet_is_asked_for_again() {
    UUID album = smart(BEACH);
    UUID image = picture(1, "2021-01-01T10:00:00", SNOW);
    told(image, 2);
    soon().until(() -> SearchStandIn.ASKED.size() > 0);
    SearchStandIn.INDEX.put(image, new SearchStandIn.Indexed(owner.id(), 2, "2021-01-01T10:00:00", Set.of(BEACH)));
    holds(album, image);
  }

  @Test
  void nothing_is_put_in_taken_out_or_moved_by_hand_nor_is_it_handed_over() {
    UUID image = picture(1, "2021-01-01T10:00:00", BEACH);
    UUID album = smart(BEACH);
    holds(album, image);
    TestUser friend = TestUsers.create();
    as(friend).get("/api/albums").then().statusCode(200);
    json(owner, Map.of("subject", "user:" + friend.name(), "role", "editor")).post(members(album)).then().statusCode(201);
    refused(json(owner, Map.of("ids", List.of(image))).post(items(album)));
    refused(json(owner, Map.of("ids", List.of(image))).post(items(album) + "/remove"));
    refused(json(friend, Map.of("ids", List.of(image))).post(items(album) + "/remove"));
    refused(as(owner).delete(items(album) + "/" + image));
    refused(json(owner, Map.of("subject", "user:" + friend.name())).post(path(album) + "/owner"));
    soon().untilAsserted(() -> as(friend).get(path(album)).then().statusCode(200).body("query", nullValue()).body("state", equalTo("ready")));
    json(friend, Map.of("query", SNOW)).patch(path(album)).then().statusCode(403);
    json(friend, Map.of("title", "Ours")).patch(path(album)).then().statusCode(200);
    as(friend).get(items(album)).then().body("items.id", contains(image.toString()));
  }

  @Test
  void another_query_finds_others_and_without_one_the_album_is_ones_own_to_fill() {
    UUID beach = picture(1, "2021-01-01T10:00:00", BEACH);
    UUID snow = picture(1, "2021-01-02T10:00:00", SNOW);
    UUID album = smart(BEACH);
    holds(album, beach);
    json(owner, Map.of("query", SNOW)).patch(path(album)).then().statusCode(200).body("query", equalTo(SNOW)).body("state", equalTo("filling"));
    holds(album, snow);
    Map<String, Object> none = new HashMap<>();
    none.put("query", null);
    json(owner, none).patch(path(album)).then().statusCode(200).body("query", nullValue()).body("state", nullValue()).body("count", equalTo(1));
    json(owner, Map.of("ids", List.of(beach))).post(items(album)).then().statusCode(200).body("count", equalTo(2));
    json(owner, Map.of("query", SNOW)).patch(path(album)).then().statusCode(409);
  }

  @Test
  void a_query_that_cannot_be_understood_is_refused_with_its_place() {
    for (String query : List.of(SearchStandIn.BROKEN, " ", "x".repeat(2_001))) {
      json(owner, Map.of("title", "x", "query", query)).post("/api/albums").then().statusCode(400).body("errors.field", contains("query"));
    }
    json(owner, Map.of("title", "x", "query", SearchStandIn.BROKEN)).post("/api/albums").then()
        .body("errors[0].message", equalTo("at character 5: a number is expected after iso:"));
    UUID album = smart(BEACH);
    json(owner, Map.of("query", SearchStandIn.BROKEN)).patch(path(album)).then().statusCode(400).body("errors.field", contains("query"));
    as(owner).get(path(album)).then().body("query", equalTo(BEACH));
  }

  @Test
  void an_album_whose_query_cannot_be_answered_stops_no_other() {
    UUID spoilt = smart(SearchStandIn.SPOILT);
    UUID album = smart(BEACH);
    UUID first = picture(1, "2021-01-01T10:00:00", BEACH);
    holds(album, first);
    soon().untilAsserted(() -> as(owner).get(path(album)).then().body("state", equalTo("ready")));
    UUID second = picture(1, "2021-01-02T10:00:00", BEACH);
    holds(album, first, second);
    as(owner).get(path(spoilt)).then().statusCode(200).body("state", equalTo("filling")).body("count", equalTo(0));
  }

  /** D3: what was missed is mended when all is compared; a large album is filled in pages. */
  @Test
  void a_large_album_is_filled_in_pages_and_compared_again() throws SQLException {
    List<UUID> images = new ArrayList<>();
    LocalDateTime time = LocalDateTime.parse("2020-01-01T00:00:01");
    for (int i = 0; i < 2_300; i++) {
      images.add(Ids.next());
      indexed(images.getLast(), 1, time.plusMinutes(i).toString(), BEACH);
    }
    UUID album = smart(BEACH);
    soon().untilAsserted(() -> as(owner).get(path(album)).then().body("state", equalTo("ready")).body("count", equalTo(2_300)));
    for (int i = 0; i < 2_300; i += 2) {
      SearchStandIn.INDEX.remove(images.get(i));
    }
    try (var connection = database.getConnection();
        var due = connection.prepareStatement("UPDATE smart_album SET due_at = now() WHERE album_id = ?")) {
      due.setObject(1, album);
      due.executeUpdate();
    }
    soon().untilAsserted(() -> as(owner).get(path(album)).then().body("count", equalTo(1_150)).body("cover", equalTo(images.get(1).toString())));
  }

  private UUID smart(String query) {
    return UUID.fromString(
        json(owner, Map.of("title", "By itself", "query", query)).post("/api/albums").then()
            .statusCode(201).body("query", equalTo(query)).body("state", equalTo("filling")).extract().path("id"));
  }

  private UUID picture(long facts, String time, String query) {
    UUID image = Ids.next();
    uploaded(owner.id(), image);
    changes(image, facts, time, query);
    return image;
  }

  private void changes(UUID image, long facts, String time, String query) {
    indexed(image, facts, time, query);
    told(image, facts);
  }

  private void indexed(UUID image, long facts, String time, String query) {
    SearchStandIn.INDEX.put(image, new SearchStandIn.Indexed(owner.id(), facts, time, Set.of(query)));
  }

  private void told(UUID image, long revision) {
    ImageMetadata facts =
        new ImageMetadata(1, 1, 1, null, null, null, null, null, null, List.of(), List.of(), null, null, false, false, List.of());
    MetadataExtracted event = new MetadataExtracted(image, owner.id(), revision, facts, Instant.now());
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(Topics.METADATA_EXTRACTED, event));
  }

  private void holds(UUID album, UUID... images) {
    List<String> ids = List.of(images).stream().map(UUID::toString).toList();
    soon().untilAsserted(() -> assertThat(as(owner).get(items(album)).jsonPath().<String>getList("items.id")).isEqualTo(ids));
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60));
  }

  private static void refused(Response response) {
    response.then().statusCode(409).body("type", equalTo("urn:pms:problem:smart-album"));
  }

  private static String path(UUID album) {
    return "/api/albums/" + album;
  }
}
