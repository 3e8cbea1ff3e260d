package pms.upload.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;

@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
class LifeCycleTest {

  @Inject ObjectStore store;
  @Inject Purges purges;
  @Inject PurgedBytes purgedBytes;
  @Inject Orphans orphans;

  private final Api alice = Api.ofNewUser();

  @Test
  void trash_restore_and_purge_are_announced_in_order() {
    String id = alice.uploaded();
    alice.trash(id).statusCode(204);
    alice.trash(id).statusCode(204);
    alice.receipt(id).statusCode(200).body("trashed", equalTo(true));
    alice.restore(id).statusCode(204);
    alice.restore(id).statusCode(204);
    alice.receipt(id).statusCode(200).body("trashed", equalTo(false));
    alice.purge(id).statusCode(204);
    alice.purge(id).statusCode(204);
    alice.receipt(id).statusCode(404);

    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Announced.on(Topics.IMAGE_DELETED, id))
            .extracting(Announced.Event::type)
            .containsExactly("pms.ImageTrashed", "pms.ImageRestored", "pms.ImagePurged"));
    assertThat(Announced.on(Topics.IMAGE_DELETED, id))
        .extracting(event -> event.json().replaceAll(".*\"revision\":(\\d+).*", "$1"))
        .containsExactly("2", "3", "4");
    // D5: compaction forgets the file name.
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Announced.on(Topics.IMAGE_UPLOADED, id).getLast().json()).isNull());
  }

  @Test
  void purged_bytes_are_gone_and_no_longer_counted() {
    byte[] picture = Pictures.jpeg();
    String id = alice.upload(picture).extract().path("id");
    alice.trash(id);
    assertThat(alice.used()).isEqualTo(picture.length);
    alice.purge(id).statusCode(204);
    assertThat(isStored(id)).isFalse();
    alice.me().body("quota.used", equalTo(0)).body("quota.images", equalTo(0));
    alice.trash(id).statusCode(404);
    alice.restore(id).statusCode(404);
    QuarkusTransaction.requiringNew().run(() -> {
      Image tombstone = Image.locked(alice.owner(), UUID.fromString(id)).orElseThrow();
      assertThat(tombstone.bytesDeleted).isTrue();
      assertThat(tombstone.fileName).isEmpty();
    });
  }

  @Test
  void purged_bytes_may_come_again_as_a_new_picture() {
    byte[] picture = Pictures.jpeg();
    String first = alice.upload(picture).extract().path("id");
    alice.purge(first).statusCode(204);
    String second = alice.upload(picture).statusCode(201).extract().path("id");
    assertThat(second).isNotEqualTo(first);
    assertThat(isStored(second)).isTrue();
    alice.check(Api.sha256(picture)).body("items.id", contains(second)).body("items.state", contains("present"));
  }

  @Test
  void a_duplicate_of_a_trashed_picture_says_so() {
    byte[] picture = Pictures.jpeg();
    String id = alice.upload(picture).extract().path("id");
    alice.trash(id);
    alice.upload(picture).statusCode(200).body("id", equalTo(id)).body("duplicate", equalTo(true)).body("trashed", equalTo(true));
  }

  @Test
  void check_tells_present_trashed_and_purged() {
    byte[] present = Pictures.jpeg();
    byte[] trashed = Pictures.jpeg();
    byte[] purged = Pictures.jpeg();
    alice.upload(present);
    alice.trash(alice.upload(trashed).extract().path("id"));
    alice.purge(alice.upload(purged).extract().path("id"));
    var items = alice.check(Api.sha256(present), Api.sha256(trashed).toUpperCase(), Api.sha256(purged), Api.sha256(new byte[1]))
        .statusCode(200).body("items", hasSize(3));
    items.body("items.find { it.sha256 == '" + Api.sha256(present) + "' }.state", equalTo("present"));
    items.body("items.find { it.sha256 == '" + Api.sha256(trashed) + "' }.state", equalTo("trashed"));
    items.body("items.find { it.sha256 == '" + Api.sha256(trashed) + "' }.trashedAt", notNullValue());
    items.body("items.find { it.sha256 == '" + Api.sha256(trashed) + "' }.deletedAt", notNullValue());
    items.body("items.find { it.sha256 == '" + Api.sha256(present) + "' }.deletedAt", nullValue());
    items.body("items.find { it.sha256 == '" + Api.sha256(purged) + "' }.deletedAt", notNullValue());
    items.body("items.find { it.sha256 == '" + Api.sha256(purged) + "' }.state", equalTo("purged"));
    items.body("items.find { it.sha256 == '" + Api.sha256(purged) + "' }.purgedAt", notNullValue());
    items.body("items.find { it.sha256 == '" + Api.sha256(purged) + "' }.trashedAt", nullValue());
    Api.ofNewUser().check(Api.sha256(present)).body("items", empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sha256\":[]}", "{\"sha256\":[\"x\"]}", "{\"sha256\":\"x\"}", "{\"hashes\":[]}", "null", "", "[", "{\"sha256\":[{}]}"})
  void a_check_that_cannot_be_read_is_refused(String body) {
    alice.request().contentType("application/json").body(body).post("/api/images/check").then()
        .statusCode(400).contentType("application/problem+json");
  }

  @Test
  void a_check_that_is_too_large_is_refused() {
    alice.request().contentType("application/json").body("{\"sha256\":[\"" + "x".repeat(2 << 20) + "\"]}")
        .post("/api/images/check").then().statusCode(413).contentType("application/problem+json");
  }

  @Test
  void somebody_elses_picture_is_like_none_at_all() {
    String id = alice.uploaded();
    Api bob = Api.ofNewUser();
    String never = Ids.next().toString();
    for (String other : List.of(id, never, "not-a-uuid")) {
      bob.trash(other).statusCode(404).contentType("application/problem+json");
      bob.purge(other).statusCode(404);
      bob.restore(other).statusCode(404);
      bob.receipt(other).statusCode(404);
    }
    assertThat(bob.trash(id).extract().<String>path("detail")).isEqualTo(bob.trash(never).extract().path("detail"));
    alice.receipt(id).statusCode(200).body("owner", equalTo(alice.owner())).body("sha256", notNullValue());
  }

  @Test
  void the_trash_is_emptied_and_only_that() {
    String kept = alice.uploaded();
    List<String> thrown = List.of(alice.uploaded(), alice.uploaded(), alice.uploaded());
    thrown.forEach(alice::trash);
    alice.request().delete("/api/trash").then().statusCode(204);
    alice.me().body("quota.images", equalTo(1));
    alice.receipt(kept).statusCode(200);
    thrown.forEach(id -> alice.receipt(id).statusCode(404));
    await().atMost(Duration.ofSeconds(60)).until(() -> thrown.stream().noneMatch(this::isStored));
    assertThat(isStored(kept)).isTrue();
    alice.request().delete("/api/trash").then().statusCode(204);
  }

  @Test
  void trash_is_purged_when_its_time_has_come() {
    String old = alice.uploaded();
    String young = alice.uploaded();
    alice.trash(old);
    alice.trash(young);
    QuarkusTransaction.requiringNew().run(() ->
        Image.locked(alice.owner(), UUID.fromString(old)).orElseThrow().purgeAfter = Instant.now().minusSeconds(1));
    purges.purgeDue();
    alice.receipt(old).statusCode(404);
    alice.receipt(young).statusCode(200);
  }

  @Test
  void bytes_that_a_crash_left_of_a_purged_picture_are_deleted_later() {
    String id = alice.uploaded();
    alice.purge(id);
    store.put(key(id), new ByteArrayInputStream(new byte[3]), 3, "image/jpeg");
    QuarkusTransaction.requiringNew().run(() ->
        Image.locked(alice.owner(), UUID.fromString(id)).orElseThrow().bytesDeleted = false);
    purgedBytes.deletePending();
    assertThat(isStored(id)).isFalse();
  }

  @Test
  void the_sweeper_deletes_orphans_and_nothing_else() {
    String owned = alice.uploaded();
    String trashed = alice.uploaded();
    alice.trash(trashed);
    String orphan = orphan();
    store.put("originals/strange", new ByteArrayInputStream(new byte[3]), 3, "image/jpeg");

    assertThat(orphans.sweep(Duration.ofHours(1)).orphans()).isZero();
    assertThat(isStored(orphan)).isTrue();
    assertThat(orphans.sweep(Duration.ZERO).stopped()).isFalse();

    assertThat(isStored(orphan)).isFalse();
    assertThat(isStored(owned)).isTrue();
    assertThat(isStored(trashed)).isTrue();
    assertThat(store.stat("originals/strange")).isPresent();
  }

  /** D6: a clean-up that would delete suspiciously much stops. */
  @Test
  void the_sweeper_stops_when_there_are_too_many_orphans() {
    String owned = alice.uploaded();
    List<String> many = Stream.generate(this::orphan).limit(8).toList();
    assertThat(orphans.sweep(Duration.ZERO)).satisfies(swept -> {
      assertThat(swept.stopped()).isTrue();
      assertThat(swept.orphans()).isEqualTo(8);
    });
    assertThat(many).allMatch(this::isStored);
    assertThat(isStored(owned)).isTrue();
    many.forEach(id -> store.delete(key(id)));
  }

  @Test
  void the_openapi_document_names_the_parts_of_the_api() {
    alice.request().accept("application/json").get("/q/openapi").then().statusCode(200)
        .body("paths.keySet()", hasItems("/api/images", "/api/images/check", "/api/images/{id}", "/api/images/{id}/restore", "/api/trash", "/api/me"))
        .body("paths.'/api/images'.post.requestBody.content.keySet()", hasItems("multipart/form-data", "image/*"))
        .body("paths.'/internal/images/{id}'", nullValue());
  }

  @Test
  void a_query_that_is_no_yes_or_no_is_refused() {
    String id = alice.uploaded();
    alice.request().queryParams(Map.of("purge", "maybe")).delete("/api/images/{id}", id).then()
        .statusCode(400).body("detail", containsString("purge"));
    alice.receipt(id).statusCode(200).body("trashed", equalTo(false));
  }

  private String orphan() {
    String id = Ids.next().toString();
    store.put(key(id), new ByteArrayInputStream(new byte[3]), 3, "image/jpeg");
    return id;
  }

  private boolean isStored(String id) {
    return store.stat(key(id)).isPresent();
  }

  private String key(String id) {
    return ObjectKeys.original(alice.owner(), UUID.fromString(id));
  }
}
