package pms.processing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.ObjectKeys;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.processing.ServiceTest;
import pms.processing.recipe.Recipe;
import pms.processing.render.Operation;

/** H11, C3: what a crash leaves at any point is rendered or deleted in the end, and is never served. */
@QuarkusTest
class LeftoversTest extends ServiceTest {

  @Inject Leftovers leftovers;
  @Inject Sweeper sweeper;
  @Inject RedoQueue queue;
  @Inject EntityManager database;

  @Test
  void objects_that_were_staged_and_never_published_are_deleted() {
    UUID id = ready(PICTURE);
    long before = objects(id);
    String prefix = ObjectKeys.rendition(alice, id, 1, "crashed/");
    leftovers.stage(alice, prefix);
    store.put(prefix + "small.jpg", new ByteArrayInputStream(PICTURE), PICTURE.length, "image/jpeg");
    sweeper.sweepLeftovers();
    assertThat(objects(id)).as("not before its time").isEqualTo(before + 1);
    due(prefix);
    sweeper.sweepLeftovers();
    assertThat(objects(id)).isEqualTo(before);
    assertThat(QuarkusTransaction.requiringNew().call(() -> leftovers.publish(alice, prefix))).as("too late").isFalse();
    assertThat(size(get("alice", id, "small"))).isEqualTo("250x267");
  }

  @Test
  void rendering_once_more_keeps_what_others_may_be_fetching_for_a_while() {
    UUID id = ready(PICTURE);
    List<String> old = QuarkusTransaction.requiringNew()
        .call(() -> StoredRendition.of(new ImageKey(alice, id), 1, "small").stream().map(one -> one.objectKey).toList());
    QuarkusTransaction.requiringNew().run(() -> {
      Version version = Version.of(new ImageKey(alice, id), 1).orElseThrow();
      version.state = Version.State.PROCESSING;
      version.requeued = true;
    });
    assertThat(size(get("alice", id, "small"))).as("still shown").isEqualTo("250x267");
    told(id, 2, 1);
    assertThat(old).allMatch(key -> store.stat(key).isPresent());
    String folder = old.getFirst().substring(0, old.getFirst().lastIndexOf('/') + 1);
    due(folder);
    sweeper.sweepLeftovers();
    assertThat(old).allMatch(key -> store.stat(key).isEmpty());
    assertThat(size(get("alice", id, "small"))).isEqualTo("250x267");
  }

  /** The topic is compacted: of two edits in a row the event of the first may be gone before it is read. */
  @Test
  void a_version_whose_event_was_lost_is_rendered_all_the_same() {
    UUID id = ready(PICTURE);
    add(id, new Recipe(List.of(new Operation.Rotate(180))), Instant.now().minus(Duration.ofHours(1)));
    assertThat(queue.addForgotten()).isPositive();
    assertThat(told(id, 2)).isInstanceOf(ThumbnailsReady.class);
    assertThat(queue.claim()).isEmpty();
  }

  @Test
  void a_version_that_cannot_be_rendered_fails_with_a_reason_and_the_last_one_stays() {
    UUID id = ready(PICTURE);
    add(id, new Recipe(List.of(new Operation.Crop(5000, 0, 10, 10))), Instant.now().minus(Duration.ofHours(1)));
    queue.addForgotten();
    ThumbnailsFailed failed = (ThumbnailsFailed) told(id, 2);
    assertThat(failed.reason()).contains("is not within 1500 × 1600");
    get("alice", id, "small").then().statusCode(200);
    as("alice").get(thumbnail(id, "small") + "?version=2").then().statusCode(404)
        .body("type", equalTo("urn:pms:problem:thumbnail-failed")).body("detail", equalTo(failed.reason()));
    as("alice").get(image(id) + "/versions/2").then().body("state", equalTo("failed")).body("reason", containsString("not within"));
    as("alice").get(image(id) + "/render?w=50&version=2").then().statusCode(422);
    as("alice").post(image(id) + "/versions/1/revert").then().statusCode(201).body("number", equalTo(3));
    assertThat(told(id, 3)).isInstanceOf(ThumbnailsReady.class);
  }

  private void add(UUID id, Recipe recipe, Instant at) {
    QuarkusTransaction.requiringNew().run(() -> {
      Image image = Image.lock(new ImageKey(alice, id)).orElseThrow();
      Version version = Version.next(image.key(), 2, recipe);
      version.author = alice;
      version.createdAt = at;
      version.basedOn = 1;
      version.width = 10;
      version.height = 10;
      version.persist();
      image.currentVersion = 2;
    });
  }

  private void told(UUID id, int times, int version) {
    await().atMost(Duration.ofSeconds(60)).until(
        () -> wire.told(id).stream().filter(event -> event.version() == version).count() == times);
  }

  private void due(String prefix) {
    QuarkusTransaction.requiringNew().run(() -> database
        .createNativeQuery("UPDATE leftover SET due = now() - interval '1 minute' WHERE prefix = ?1").setParameter(1, prefix).executeUpdate());
  }

  private long objects(UUID id) {
    return store.list(ObjectKeys.renditions(alice, id)).count();
  }
}
