package pms.search.timeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Library;

/** A3: the timeline of a shared album follows the same decision as all else. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class AlbumTimelineTest {

  private EventLog log;
  private Library alice;
  private Library bob;
  private Album album;

  @BeforeEach
  void open() {
    log = new EventLog();
    alice = new Library(log);
    bob = new Library(log);
    album = Album.of(alice);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void each_month_counts_what_a_search_then_finds() {
    put(alice, "a.jpg", Facts.none().taken("2024-06-01T00:00:00"));
    put(bob, "b.jpg", Facts.none().taken("2024-06-30T23:59:59").archived());
    put(alice, "c.jpg", Facts.none().taken("2023-12-31T23:59:59"));
    put(alice, "d.jpg", Facts.none());
    Events trashed = put(alice, "e.jpg", Facts.none().taken("2024-06-15T12:00:00"));
    log.tell(trashed.trashed(1));
    alice.picture("out.jpg", Facts.none().taken("2024-06-15T12:00:00"));
    log.tell(album.seenBy(1, "Both", bob.subject()));
    Group.awaitNoLag();
    bob.waitFor("album:" + album.id(), 4);
    alice.waitFor("taken:2024-06", 3);
    for (Library either : List.of(alice, bob)) {
      JsonPath timeline = either.get(path(album.id())).statusCode(200).extract().jsonPath();
      assertThat(timeline.getLong("total")).isEqualTo(4);
      assertThat(timeline.getList("buckets.bucket")).containsExactly("2024-06", "2023-12", "unknown");
      assertThat(timeline.getList("buckets.count")).containsExactly(2, 1, 1);
    }
    assertThat(bob.names("album:" + album.id() + " taken:2024-06")).containsExactlyInAnyOrder("a.jpg", "b.jpg");
    assertThat(bob.names("album:" + album.id() + " taken:2023-12")).containsExactly("c.jpg");
    assertThat(bob.names("album:" + album.id() + " -has:date")).containsExactly("d.jpg");
  }

  @Test
  void an_album_one_may_not_see_never_was() {
    put(alice, "a.jpg", Facts.none().taken("2024-06-01T00:00:00"));
    log.tell(album.seenBy(1, "Hers"));
    alice.waitFor("album:" + album.id(), 1);
    UUID never = UUID.randomUUID();
    assertThat(refused(album.id())).isEqualTo(refused(never));
    bob.get(path("x")).statusCode(404);
    given().get(path(album.id())).then().statusCode(401);

    log.tell(album.seenBy(2, "Hers and his", bob.subject()));
    bob.waitFor("album:" + album.id(), 1);
    bob.get(path(album.id())).statusCode(200).body("total", equalTo(1));
    log.tell(album.seenBy(3, "Hers"));
    await().atMost(Duration.ofSeconds(60)).until(() -> status(bob) == 404);
    log.tell(album.deleted(4));
    await().atMost(Duration.ofSeconds(60)).until(() -> status(alice) == 404);
  }

  @Test
  void an_album_without_pictures_has_no_months() {
    log.tell(album.seenBy(1, "Empty"));
    await().atMost(Duration.ofSeconds(60)).until(() -> status(alice) == 200);
    alice.get(path(album.id())).body("total", equalTo(0)).body("buckets.size()", equalTo(0));
  }

  private Events put(Library owner, String name, Facts facts) {
    Events image = owner.picture(name, facts);
    log.tell(image.shared(1, List.of(album.id())));
    return image;
  }

  private int status(Library library) {
    return library.get(path(album.id())).extract().statusCode();
  }

  /** Without what differs between any two answers: the address asked for, and the trace. */
  private String refused(UUID id) {
    String problem = bob.get(path(id)).statusCode(404).body("trace", matchesPattern("[0-9a-f]{32}")).extract().asString();
    return problem.replace(id.toString(), "").replaceAll("\"trace\":\"[^\"]*\"", "");
  }

  private static String path(Object id) {
    return "/api/albums/" + id + "/timeline";
  }
}
