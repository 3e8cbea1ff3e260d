package pms.metadata.image;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.ThumbnailsReady;
import pms.kit.event.Delivery;
import pms.metadata.extract.Extracted;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Somebody with a library: what happens to it comes as events, folded without the way through Kafka. */
record Owner(TestUser user, ImageFolds folds) {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  static Owner create(ImageFolds folds) {
    return new Owner(TestUsers.create(), folds);
  }

  /** A picture that arrived and whose file was read. */
  UUID picture(String local, String... tags) {
    UUID id = Ids.next();
    arrive(id);
    found(id, local, tags);
    return id;
  }

  void arrive(UUID id) {
    folds.arrive(new ImageUploaded(id, user.id(), "a.jpg", "image/jpeg", 7, "0".repeat(64), "key", null, null, NOW));
  }

  void found(UUID id, String local, String... tags) {
    read(id, Found.of(local, tags));
  }

  void read(UUID id, Extracted found) {
    folds.extracted(UUID.randomUUID(), new ImageKey(user.id(), id), 1, found);
  }

  void thumbnails(UUID id, long revision) {
    folds.fold(UUID.randomUUID(), new ThumbnailsReady(id, user.id(), 1, revision, List.of(), 40, 60, "aGFzaA==", null, 0, NOW));
  }

  void trash(UUID id, long revision) {
    fold(new ImageTrashed(id, user.id(), revision, NOW));
  }

  void restore(UUID id, long revision) {
    fold(new ImageRestored(id, user.id(), revision, NOW));
  }

  void purge(UUID id, long revision) {
    fold(new ImagePurged(id, user.id(), revision, NOW));
  }

  void fold(LifecycleEvent event) {
    folds.fold(UUID.randomUUID(), event);
  }

  RequestSpecification asks() {
    return given().auth().oauth2(user.token()).urlEncodingEnabled(true);
  }

  ValidatableResponse get(String path, Object... parameters) {
    return asks().get(path, parameters).then();
  }

  JsonPath page(String path, Object... parameters) {
    return get(path, parameters).statusCode(200).extract().jsonPath();
  }

  ValidatableResponse image(UUID id) {
    return get("/api/images/" + id).statusCode(200);
  }

  ValidatableResponse patch(String path, String json, Object... parameters) {
    return asks().contentType("application/merge-patch+json").body(bytes(json)).patch(path, parameters).then();
  }

  ValidatableResponse edit(UUID id, String json) {
    return patch("/api/images/" + id, json);
  }

  ValidatableResponse post(String path, String json) {
    return asks().contentType("application/json").body(bytes(json)).post(path).then();
  }

  ValidatableResponse delete(String path, Object... parameters) {
    return asks().delete(path, parameters).then();
  }

  /** Name to count. */
  List<String> tags() {
    return page("/api/tags").getList("items.collect { it.name + ' ' + it.count }");
  }

  /** Bucket to count. */
  List<String> months() {
    return page("/api/timeline").getList("buckets.collect { it.bucket + ' ' + it.count }");
  }

  /** The job at this address, once it is done. */
  JsonPath done(String address) {
    await().atMost(Duration.ofSeconds(60)).until(() -> page(address).getString("finishedAt") != null);
    return page(address);
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
