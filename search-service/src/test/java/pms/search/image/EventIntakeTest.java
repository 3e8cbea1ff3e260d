package pms.search.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.PmsEvent;
import pms.contracts.Topic;
import pms.contracts.Topics;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUsers;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Index;
import pms.search.testing.Library;

@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class EventIntakeTest {

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
  void a_picture_in_the_trash_is_hidden_until_it_is_restored() {
    Events image = library.picture("a.jpg", Facts.titled("a"));
    library.waitFor(1);
    log.tell(image.trashed(1));
    library.waitFor(0);
    log.tell(image.restored(2));
    library.waitFor(1);
    log.tell(image.trashed(1));
    Group.awaitNoLag();
    library.waitFor("is:ready", 1);
  }

  @Test
  void a_purged_picture_is_gone_for_good_whatever_comes_late() {
    Events image = library.picture("secret.jpg", Facts.titled("canary"));
    library.waitFor("canary", 1);
    log.tell(image.trashed(1), image.purged(2));
    library.waitFor(0);
    log.tell(image.described(9, Facts.titled("canary")), image.restored(3), image.uploaded("secret.jpg"));
    Group.awaitNoLag();
    assertThat(library.total("")).isZero();
    assertThat(Index.document(image).getMap("_source").toString()).doesNotContain("canary", "secret");
  }

  @Test
  void a_purge_may_be_the_first_that_is_heard() {
    Events image = library.image();
    log.tell(image.purged(1));
    Group.awaitNoLag();
    log.tell(image.uploaded("late.jpg"), image.described(Facts.titled("late")));
    library.picture("other.jpg", Facts.none());
    library.waitFor(1);
    Group.awaitNoLag();
    assertThat(library.names("")).containsExactly("other.jpg");
  }

  /** More than a few batches: they are read ahead with all topics abreast, and then come again as batches. */
  @Test
  void a_consumer_far_behind_misses_nothing() {
    Events purged = library.image();
    List<PmsEvent> events = new ArrayList<>(List.of(purged.uploaded("gone.jpg"), purged.described(Facts.titled("gone"))));
    for (int i = 0; i < 2_500; i++) {
      Events image = library.image();
      events.addAll(List.of(image.uploaded("far.jpg"), image.described(Facts.titled("Far " + i)), image.rendered()));
    }
    log.tell(events);
    log.tell(purged.purged(1));
    library.waitFor("is:ready", 2_500);
    Group.awaitNoLag();
    assertThat(library.total("has:title")).isEqualTo(2_500);
    assertThat(library.total("gone")).isZero();
  }

  @Test
  void the_same_events_again_write_nothing() {
    Events image = library.image();
    List<PmsEvent> events =
        List.of(
            image.uploaded("a.jpg"),
            image.described(1, Facts.titled("one")),
            image.described(2, Facts.titled("two")),
            image.rendered(),
            image.trashed(1),
            image.restored(2));
    log.tell(events);
    Group.awaitNoLag();
    JsonPath before = Index.document(image);
    log.tell(events);
    log.tell(events.reversed());
    Group.awaitNoLag();
    assertThat(Index.document(image).getInt("_version")).isEqualTo(before.getInt("_version"));
    assertThat(Index.document(image).getMap("_source")).isEqualTo(before.getMap("_source"));
  }

  /** C7: doubled and shuffled across topics, the end is the same as that of the pure fold. */
  @Test
  void shuffled_and_doubled_events_of_many_pictures_end_as_the_model_says() {
    List<Events> images = Collections.nCopies(40, library).stream().map(Library::image).toList();
    List<PmsEvent> events = new ArrayList<>();
    for (Events image : images) {
      events.addAll(
          List.of(
              image.uploaded("a.jpg"),
              image.described(1, Facts.titled("one")),
              image.described(2, Facts.titled("two")),
              image.notRendered(1, 1),
              image.rendered(1, 2),
              image.trashed(1)));
      events.add(images.indexOf(image) % 3 == 0 ? image.purged(2) : image.restored(2));
    }
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(7));
    log.tell(events);
    Group.awaitNoLag();
    library.waitFor("is:ready two", 26);
    assertThat(library.total("")).isEqualTo(26);
  }

  @Test
  void an_event_that_names_the_wrong_owner_touches_nothing() {
    Events image = library.picture("a.jpg", Facts.titled("a"));
    Library thief = new Library(log);
    Events claimed = new Events(image.id(), thief.owner());
    library.waitFor("is:ready", 1);
    log.tell(claimed.described(9, Facts.titled("stolen")), claimed.trashed(9), claimed.purged(9));
    Group.awaitNoLag();
    assertThat(library.total("a")).isEqualTo(1);
    assertThat(thief.total("")).isZero();
  }

  /** C6: what cannot be read is set aside, and those behind it flow on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pms.MetadataExtracted | not json",
        "pms.MetadataExtracted | {}",
        "pms.MetadataExtracted | null",
        "pms.ImageUploaded | {}",
      })
  void garbage_is_parked_and_the_next_is_indexed(String type, String value) {
    Events bad = library.image();
    log.tellGarbage(Topics.METADATA_EXTRACTED, bad.key(), type, value);
    library.picture("next.jpg", Facts.titled("next"));
    library.waitFor("is:ready", 1);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(parkedKeys()).contains(bad.key()));
    Group.awaitNoLag();
  }

  @Test
  void an_event_of_a_type_that_is_yet_to_come_is_skipped() {
    Events image = library.image();
    log.tellGarbage(Topics.METADATA_EXTRACTED, image.key(), Topic.typeOf(PmsEvent.class) + "OfTomorrow", "{}");
    Group.awaitNoLag();
    assertThat(parkedKeys()).doesNotContain(image.key());
  }

  @Test
  void values_that_do_not_fit_the_mapping_do_not_keep_a_picture_out() {
    Events image = library.image();
    Facts odd = Facts.titled("x".repeat(40_000)).taken("+20210-01-01T00:00:00").at(1234, 0, "y".repeat(40_000));
    log.tell(image.uploaded("z".repeat(40_000)), image.described(odd.tags("t".repeat(40_000))));
    library.waitFor(1);
    assertThat(library.search("").getString("items[0].id")).isEqualTo(image.id().toString());
    assertThat(parkedKeys()).doesNotContain(image.key());
  }

  @Test
  void half_a_character_does_not_keep_a_picture_out() {
    Events image = library.image();
    String half =
        "{\"imageId\":\"%s\",\"owner\":\"%s\",\"revision\":1,\"metadata\":{\"title\":\"half \\ud800 one\"}}"
            .formatted(image.id(), image.owner());
    log.tellGarbage(Topics.METADATA_EXTRACTED, image.key(), "pms.MetadataExtracted", half);
    log.tell(image.uploaded("half.jpg"));
    library.waitFor("half one", 1);
  }

  private static List<String> parkedKeys() {
    return given()
        .auth()
        .oauth2(TestUsers.createAdmin().token())
        .get("/api/admin/search/parked?limit=1000")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("key");
  }
}
