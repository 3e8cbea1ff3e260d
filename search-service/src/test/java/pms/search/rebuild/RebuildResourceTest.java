package pms.search.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.PmsEvent;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Index;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class RebuildResourceTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final TestUser admin = TestUsers.createAdmin();
  private EventLog log;
  private Library library;

  @BeforeEach
  void open() {
    log = new EventLog();
    library = new Library(log);
    awaitEnd();
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_rebuild_gives_an_equal_index_and_nobody_notices() {
    tellPictures(500);
    log.tell(library.picture("purged.jpg", Facts.titled("gone")).purged(1));
    log.tell(library.picture("trashed.jpg", Facts.titled("hidden")).trashed(1));
    Library member = new Library(log);
    Album album = Album.of(library);
    Events shared = library.picture("shared.jpg", Facts.titled("Picture shared"));
    log.tell(album.seenBy(1, "Of all", member.subject()), shared.shared(1, List.of(album.id())));
    Album deleted = Album.of(library);
    log.tell(deleted.seenBy(1, "Gone", member.subject()), deleted.deleted(2));
    Group.awaitNoLag();
    library.waitFor(501);
    member.waitFor(1);
    List<String> before = Index.concrete();
    List<Object> hits = library.search("picture", "limit", 200, "sort", "name").getList("items");

    start(202);
    List<Long> totals = new ArrayList<>();
    await().pollInterval(Duration.ofMillis(20)).atMost(LONG).until(() -> {
      totals.add(library.total(""));
      return !state().getString("state").equals("running");
    });

    assertThat(totals).hasSizeGreaterThan(3).allMatch(total -> total == 501);
    assertThat(state().getString("state")).isEqualTo("finished");
    assertThat(state().getMap("after")).isEqualTo(state().getMap("before"));
    assertThat(state().getLong("after.images")).isGreaterThanOrEqualTo(500);
    assertThat(state().getLong("after.hidden")).isGreaterThanOrEqualTo(2);
    assertThat(state().getLong("after.albums")).isGreaterThanOrEqualTo(1);
    Map<String, Integer> events = state().getMap("events");
    assertThat(events).containsKeys("image-uploaded", "album-changed", "access-changed");
    assertThat(events.values().stream().mapToLong(Integer::longValue).sum()).isEqualTo(state().getLong("read"));
    assertThat(member.names("", "limit", 200)).containsExactly("shared.jpg");
    assertThat(library.search("picture", "limit", 200, "sort", "name").getList("items")).isEqualTo(hits);
    assertThat(library.total("gone OR hidden")).isZero();
    assertThat(Index.concrete()).isNotEqualTo(before);
    await().atMost(LONG).untilAsserted(() -> assertThat(Index.concrete()).hasSize(1).doesNotContainAnyElementsOf(before));
  }

  @Test
  void what_is_told_during_a_rebuild_is_not_lost() {
    tellPictures(300);
    start(202);
    int more = 0;
    while (state().getString("state").equals("running")) {
      tellPictures(5);
      more += 5;
    }
    tellPictures(5);
    library.waitFor(300 + more + 5);
    Group.awaitNoLag();
    assertThat(library.total("has:title")).isEqualTo(300 + more + 5);
    await().atMost(LONG).until(() -> Index.concrete().size() == 1);
    assertThat(library.total("has:title")).isEqualTo(300 + more + 5);
  }

  @Test
  void only_one_rebuild_runs_at_a_time() {
    start(202);
    start(409);
  }

  @Test
  void a_rebuild_needs_the_admin_role() {
    TestUser user = TestUsers.create();
    given().auth().oauth2(user.token()).post("/api/admin/search/rebuild").then().statusCode(403);
    given().auth().oauth2(user.token()).get("/api/admin/search/rebuild").then().statusCode(403);
    given().post("/api/admin/search/rebuild").then().statusCode(401);
  }

  /** D4: an index that was lost is made anew and filled from the log without anybody asking. */
  @Test
  void an_index_that_was_dropped_comes_back() {
    tellPictures(50);
    library.waitFor(50);
    Index.concrete().forEach(Index::delete);
    library.ask("").statusCode(503).body("title", equalTo("Search unavailable"));
    await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> library.ask("").extract().statusCode() == 200);
    library.waitFor(50);
  }

  /** D4: others' eyes are closed while the albums are gone, and opened again by nobody's doing. */
  @Test
  void albums_that_were_dropped_come_back() {
    Library member = new Library(log);
    Album album = Album.of(library);
    Events shared = library.picture("shared.jpg", Facts.none());
    log.tell(album.seenBy(1, "Of all", member.subject()), shared.shared(1, List.of(album.id())));
    member.waitFor(1);
    Index.concrete().forEach(index -> Index.delete(index.replace("images-", "albums-")));
    // Which albums somebody sees is remembered for a moment.
    await().atMost(LONG).pollInterval(Duration.ofMillis(20)).until(() -> member.total("") == 0);
    assertThat(library.total("")).isEqualTo(1);
    await().atMost(LONG).until(() -> member.total("") == 1);
  }

  @Test
  void what_a_killed_rebuild_left_is_deleted() {
    Index.put(
        PmsPlatform.names().indices() + "search-state",
        "rebuild",
        """
        {"state":"running","read":5,"startedAt":"2020-01-01T00:00:00Z","beatAt":"2020-01-01T00:00:10Z"}
        """);
    assertThat(state().getString("state")).isIn("failed", "running", "idle");
    // Last: whoever tidies up may come at any moment, and writes what we wrote.
    String leftover = Index.alias() + "-20200101000000000";
    Index.create(leftover);
    await().atMost(LONG).until(() -> !Index.concrete().contains(leftover));
    await().atMost(LONG).until(() -> state().getString("state").equals("idle"));
  }

  private void tellPictures(int count) {
    List<PmsEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Events image = library.image();
      events.add(image.uploaded("picture-" + image.id() + ".jpg"));
      events.add(image.described(Facts.titled("Picture " + i).tags("many")));
      events.add(image.rendered());
    }
    log.tell(events);
  }

  private void start(int expected) {
    given().auth().oauth2(admin.token()).post("/api/admin/search/rebuild").then().statusCode(expected);
  }

  private JsonPath state() {
    return given()
        .auth()
        .oauth2(admin.token())
        .get("/api/admin/search/rebuild")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private void awaitEnd() {
    await().atMost(LONG).until(() -> !state().getString("state").equals("running"));
  }
}
