package pms.sharing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.MetadataChanged;
import pms.contracts.Topics;

/** Who says something else of a picture is told in the albums that show it: once for a while, and only what others see. */
@QuarkusTest
class EditActivityTest extends PublicTest {

  @Test
  void who_edits_details_and_tags_is_told_where_the_picture_is_shown() {
    UUID image = picture();
    UUID album = albumWith(image);
    invite("alice", album, "user:" + BOB, "editor");
    Instant now = Instant.now();
    said(image, 2, now, ALICE, "favourite", "archived");
    said(image, 3, now, null);
    said(image, 4, now.minus(Duration.ofHours(2)), ALICE, "title");
    said(image, 5, now, BOB, "title", "tags");
    said(image, 6, now, BOB, "rating");
    await().atMost(Duration.ofSeconds(60)).until(() -> told(List.of(image), 6));
    as("alice").get("/api/albums/" + album + "/activity").then()
        .body("items.kind", containsInAnyOrder("details-edited", "tags-edited", "member-added", "items-added"))
        .body("items.findAll { it.kind.endsWith('-edited') }.actor", everyItem(equalTo(BOB)))
        .body("items.findAll { it.kind.endsWith('-edited') }.images", everyItem(contains(image.toString())))
        .body("items.findAll { it.kind.endsWith('-edited') }.amount", everyItem(equalTo(1)));
    as("bob").get("/api/activity").then()
        .body("items.findAll { it.album == '" + album + "' }.kind", containsInAnyOrder("details-edited", "tags-edited", "member-added", "items-added"));
  }

  @Test
  void a_job_over_many_pictures_is_one_entry_that_counts_each_once() {
    List<UUID> images = images(40);
    UUID album = album("alice", "many");
    add("alice", album, images);
    for (int revision = 2; revision <= 3; revision++) {
      for (UUID image : images) {
        said(image, revision, Instant.now(), ALICE, "tags");
      }
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> told(images, 3));
    as("alice").get("/api/albums/" + album + "/activity").then()
        .body("items.kind", contains("tags-edited", "items-added"))
        .body("items[0].amount", equalTo(40))
        .body("items[0].images", hasSize(12));
  }

  private void said(UUID image, long revision, Instant at, String author, String... fields) {
    tell(Topics.METADATA_EXTRACTED, new MetadataChanged(image, ALICE, revision, metadata("Revision " + revision), at, author, List.of(fields)));
  }

  /** Whether the events have come this far, and nothing of them waits. */
  private boolean told(List<UUID> images, int revision) throws Exception {
    String ids = "('" + String.join("','", images.stream().map(UUID::toString).toList()) + "')";
    String heard = "SELECT count(*) FROM picture WHERE metadata_revision = " + revision + " AND id IN " + ids;
    return String.valueOf(images.size()).equals(query(heard)) && query("SELECT 1 FROM edit_due WHERE image_id IN " + ids) == null;
  }
}
