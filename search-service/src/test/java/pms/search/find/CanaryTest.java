package pms.search.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.platform.test.PmsPlatform;
import pms.search.testing.Album;
import pms.search.testing.EventLog;
import pms.search.testing.Events;
import pms.search.testing.Events.Facts;
import pms.search.testing.Group;
import pms.search.testing.Library;

/** A2: a private picture carries canaries in everything that is told of it, and no byte that another gets has one. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class CanaryTest {

  private static final String CANARY = "kanari";
  private static final List<String> QUERIES =
      List.of(
          "", CANARY, CANARY + "envogel", "kanarj", "\"" + CANARY + " titel\"", "tag:" + CANARY, "album:" + CANARY,
          "category:" + CANARY, "camera:" + CANARY, "lens:" + CANARY, "place:" + CANARY, "-" + CANARY, "shown",
          "shown OR " + CANARY, "shown OR -nothing", "(nothing) OR (" + CANARY + ")", "-(-" + CANARY + ")", "has:location",
          "near:11,22,5000km", "near:11,22,1m", "iso:77", "rating:4", "is:favourite", "is:archived", "-is:failed",
          "taken:1977", "type:jpg", "is:ready OR is:processing OR is:failed");

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
  void no_byte_of_a_private_picture_reaches_another() {
    String group = "canary-" + UUID.randomUUID();
    Album secret = Album.of(alice);
    Album open = Album.of(alice);
    List<Events> hidden = hidden(secret, open, group);
    Events shown = alice.image();
    log.tell(
        shown.uploaded("shown.jpg"),
        shown.described(Facts.titled("Shown").tags("shown")),
        shown.rendered("00ff00ff00ff00ff"),
        shown.shared(1, List.of(open.id(), secret.id())),
        secret.seenBy(1, CANARY + " album", "group:" + group),
        open.seenBy(1, "Shown album", bob.subject()));
    Group.awaitNoLag();
    bob.waitFor("is:ready", 1);
    // Three with the word, and the one in the album of that title.
    alice.waitFor(CANARY, 4);
    assertThat(alice.get("/api/search/suggest", "q", CANARY).extract().body().asString()).contains(CANARY);

    for (String answer : everythingBobCanAsk(shown, hidden)) {
      String lower = answer.toLowerCase();
      assertThat(lower).doesNotContain(CANARY, secret.id().toString(), "22.2", "1977");
      hidden.forEach(image -> assertThat(lower).doesNotContain(image.id().toString()));
    }
    for (String q : QUERIES) {
      assertThat(bob.total(q)).as(q).isLessThanOrEqualTo(1);
    }
    assertThat(bob.names("shown")).containsExactly("shown.jpg");
    assertThat(bob.search("shown").getList("items[0].albums")).containsExactly(open.id().toString());
    assertThat(bob.get("/api/map", "bbox", "-180,-90,180,90", "zoom", 3).extract().jsonPath().getLong("total")).isZero();
  }

  /** One never shared, one in an album and granted to a group that bob is not in, one shown to bob but in the trash. */
  private List<Events> hidden(Album secret, Album open, String group) {
    Events never = canary();
    Events others = canary();
    Events trashed = canary();
    Events failed = canary();
    log.tell(others.shared(1, List.of(secret.id()), "group:" + group, "user:" + Ids.next()));
    log.tell(trashed.shared(1, List.of(open.id()), bob.subject()), trashed.trashed(1));
    log.tell(failed.notRendered(1, 9));
    return List.of(never, others, trashed, failed);
  }

  private Events canary() {
    Events image = alice.image();
    Facts facts =
        Facts.titled(CANARY + " titel")
            .description(CANARY)
            .tags(CANARY, CANARY + "envogel")
            .category(CANARY + "/" + CANARY)
            .camera(CANARY, CANARY + " 1", CANARY)
            .exposure(77, 1.1, 11)
            .at(11.1, 22.2, CANARY)
            .taken("1977-07-07T07:07:07")
            .rating(4)
            .favourite()
            .archived();
    log.tell(image.uploaded(CANARY + ".jpg"), image.described(facts), image.rendered("00ff00ff00ff00ff"));
    return image;
  }

  private List<String> everythingBobCanAsk(Events shown, List<Events> hidden) {
    List<String> answers = new ArrayList<>();
    for (String q : QUERIES) {
      // What was asked for may be repeated in a problem; the others must not have it.
      for (String sort : List.of("relevance", "takenAt", "uploadedAt", "name", "size")) {
        answers.add(bob.ask(q, "sort", sort).extract().body().asString());
      }
      answers.add(bob.get("/api/map", "bbox", "-180,-90,180,90", "zoom", 3, "q", q).extract().body().asString());
    }
    for (String typed : List.of("k", "ka", CANARY, "kanarienv", "1", "sh", "al")) {
      answers.add(bob.get("/api/search/suggest", "q", typed).extract().body().asString());
    }
    for (String path : List.of("/api/search/similar", "/api/search/like")) {
      answers.add(bob.get(path, "id", shown.id()).statusCode(200).extract().body().asString());
      hidden.forEach(image -> bob.get(path, "id", image.id()).statusCode(404));
    }
    return answers;
  }
}
