package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.PmsEvent;
import pms.platform.test.PmsPlatform;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Library;

/** Pictures of others: in albums, by groups, by grants; and never one more. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class OthersEyesTest {

  private static final Logger LOG = Logger.getLogger(OthersEyesTest.class);
  private static final Duration PROMISED = Duration.ofSeconds(2);

  private EventLog log;
  private Library alice;
  private Library bob;

  @BeforeEach
  void open() {
    log = new EventLog();
    alice = new Library(log);
    bob = new Library(log);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_member_of_an_album_finds_its_pictures_and_the_title() {
    Album album = Album.of(alice);
    Events image = alice.picture("in.jpg", Facts.titled("In the album"));
    alice.picture("out.jpg", Facts.titled("Out of the album"));
    bob.picture("own.jpg", Facts.titled("Own"));
    log.tell(album.seenBy(1, "Sommer in Malmö", bob.subject()), image.shared(1, List.of(album.id())));
    bob.waitFor(2);
    assertThat(bob.names("")).containsExactlyInAnyOrder("own.jpg", "in.jpg");
    for (String q : List.of("malmo", "mal", "\"sommer in\"", "album:malmo", "album:\"malmö sommer\"", "album:" + album.id())) {
      assertThat(bob.names(q)).as(q).containsExactly("in.jpg");
      assertThat(alice.names(q)).as(q).containsExactly("in.jpg");
    }
    assertThat(bob.names("album:malm")).isEmpty();
    assertThat(bob.names("-album:malmo")).containsExactly("own.jpg");
    assertThat(bob.search("malmo").getList("items[0].albums")).containsExactly(album.id().toString());
    assertThat(bob.search("malmo").getString("items[0].owner")).isEqualTo(alice.owner());
  }

  @Test
  void a_group_sees_what_its_albums_and_grants_hold() {
    String group = "eyes-" + UUID.randomUUID();
    Library member = new Library(log, group);
    Album album = Album.of(alice);
    Events inAlbum = alice.picture("album.jpg", Facts.none());
    Events granted = alice.picture("granted.jpg", Facts.none());
    log.tell(
        album.seenBy(1, "For the group", "group:" + group),
        inAlbum.shared(1, List.of(album.id())),
        granted.shared(1, List.of(), "group:" + group));
    member.waitFor(2);
    assertThat(bob.total("")).isZero();
    log.tell(granted.shared(2, List.of()));
    member.waitFor(1);
    assertThat(member.names("")).containsExactly("album.jpg");
  }

  @Test
  void a_granted_picture_is_found_until_the_grant_ends() {
    Events image = alice.picture("a.jpg", Facts.titled("one"));
    log.tell(image.shared(1, List.of(), bob.subject()));
    bob.waitFor("one", 1);
    log.tell(image.shared(2, List.of()));
    await().atMost(PROMISED).until(() -> bob.total("one") == 0);
    log.tell(image.shared(1, List.of(), bob.subject()));
    Group.awaitNoLag();
    assertThat(bob.total("one")).isZero();
  }

  /** A2: what only its owner is told of a picture is in no answer about it, and finds nothing either. */
  @Test
  void what_the_owner_alone_is_told_is_neither_shown_to_others_nor_found_by_them() {
    Events image = alice.picture("a.jpg", Facts.titled("one").taken("2020-01-02T03:04:05").at(1, 2, "Sea").favourite().archived());
    log.tell(image.notRendered(1, 2), image.shared(1, List.of(), bob.subject()));
    bob.waitFor("is:failed", 1);
    for (String told : List.of("favourite", "archived", "reason")) {
      assertThat(bob.search("").<Object>get("items[0]." + told)).as(told).isNull();
      assertThat(alice.search("").<Object>get("items[0]." + told)).as(told).isNotNull();
    }
    for (String q : List.of("is:favourite", "is:archived", "(is:favourite OR is:archived)", "one is:favourite")) {
      assertThat(bob.total(q)).as(q).isZero();
      assertThat(alice.names(q)).as(q).containsExactly("a.jpg");
      bob.get("/api/map", "bbox", "-180,-90,180,90", "q", q).statusCode(200).body("total", equalTo(0));
    }
    assertThat(bob.names("-is:favourite -is:archived")).containsExactly("a.jpg");
  }

  @Test
  void a_picture_in_the_trash_and_a_purged_one_are_nobodys_to_see() {
    Events image = alice.picture("a.jpg", Facts.titled("one"));
    log.tell(image.shared(1, List.of(), bob.subject()));
    bob.waitFor(1);
    log.tell(image.trashed(1));
    bob.waitFor(0);
    log.tell(image.restored(2));
    bob.waitFor(1);
    log.tell(image.purged(3), image.shared(2, List.of(), bob.subject()));
    bob.waitFor(0);
    assertThat(alice.total("")).isZero();
  }

  @Test
  void a_deleted_album_opens_no_eyes_whatever_comes_late() {
    Album album = Album.of(alice);
    Events image = alice.picture("a.jpg", Facts.none());
    log.tell(image.shared(1, List.of(album.id())), album.seenBy(4, "Gone soon", bob.subject()));
    bob.waitFor(1);
    log.tell(album.deleted(5));
    await().atMost(PROMISED).until(() -> bob.total("") == 0);
    log.tell(album.seenBy(3, "Gone soon", bob.subject()), album.seenBy(4, "Gone soon", bob.subject()));
    Group.awaitNoLag();
    assertThat(bob.total("")).isZero();
    assertThat(alice.total("album:gone")).isZero();
  }

  /** C7: whatever the order, doubled too, the newest snapshot of album and image decides. */
  @Test
  void shuffled_and_doubled_events_end_as_the_newest_say() {
    List<PmsEvent> events = new ArrayList<>();
    List<Events> images = Collections.nCopies(30, alice).stream().map(Library::image).toList();
    Album open = Album.of(alice);
    Album closed = Album.of(alice);
    for (Events image : images) {
      boolean toBe = images.indexOf(image) % 2 == 0;
      events.add(image.uploaded("a.jpg"));
      events.add(image.shared(1, List.of(toBe ? closed.id() : open.id()), bob.subject()));
      events.add(image.shared(2, List.of(toBe ? open.id() : closed.id())));
    }
    events.addAll(List.of(open.seenBy(1, "x"), open.seenBy(2, "open", bob.subject())));
    events.addAll(List.of(closed.seenBy(1, "x", bob.subject()), closed.seenBy(2, "closed")));
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, new Random(11));
    log.tell(events);
    Group.awaitNoLag();
    bob.waitFor(15);
    assertThat(bob.total("album:open")).isEqualTo(15);
    assertThat(bob.total("album:closed")).isZero();
  }

  /** Issue: a new member of an album of 10,000 pictures is one event, and within two seconds they are found, or no more. */
  @Test
  void a_member_of_an_album_of_ten_thousand_comes_and_goes_by_one_event() {
    Album album = Album.of(alice);
    List<PmsEvent> events = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Events image = alice.image();
      events.add(image.uploaded("p-" + i + ".jpg"));
      events.add(image.shared(1, List.of(album.id())));
    }
    long start = System.nanoTime();
    log.tell(events);
    log.tell(album.seenBy(1, "Ten thousand"));
    Group.awaitNoLag();
    LOG.infof("20,000 events of 10,000 pictures were folded in %d ms", (System.nanoTime() - start) / 1_000_000);
    alice.waitFor("album:thousand", 10_000);
    assertThat(bob.total("")).isZero();

    LOG.infof("a new member found 10,000 pictures after %d ms", until(album.seenBy(2, "Ten thousand", bob.subject()), 10_000));
    LOG.infof("one who left found none after %d ms", until(album.seenBy(3, "Ten thousand"), 0));
  }

  private long until(PmsEvent event, long total) {
    long start = System.nanoTime();
    log.tell(event);
    await().atMost(PROMISED).pollInterval(Duration.ofMillis(20)).until(() -> bob.total("") == total);
    return (System.nanoTime() - start) / 1_000_000;
  }
}
