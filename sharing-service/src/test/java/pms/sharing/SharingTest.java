package pms.sharing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import pms.contracts.Ids;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.Tokens;

/** What tests of this service need: callers with real tokens, and events that come over the real Kafka. */
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
public abstract class SharingTest {

  protected static final String ALICE = "00000000-0000-4000-8000-000000000001";
  protected static final String BOB = "00000000-0000-4000-8000-000000000002";

  @Inject Outbox outbox;

  protected static RequestSpecification as(String user) {
    return given().auth().oauth2(Tokens.of(user));
  }

  protected static RequestSpecification as(TestUser user) {
    return given().auth().oauth2(user.token());
  }

  protected static RequestSpecification json(TestUser user, Object body) {
    return as(user).contentType(ContentType.JSON).body(body);
  }

  protected static RequestSpecification json(String user, Object body) {
    return as(user).contentType(ContentType.JSON).body(body);
  }

  protected static UUID album(String user, String title) {
    return UUID.fromString(
        json(user, Map.of("title", title)).post("/api/albums").then().statusCode(201).extract().path("id"));
  }

  protected static String items(UUID album) {
    return "/api/albums/" + album + "/items";
  }

  protected static void add(String user, UUID album, List<UUID> images) {
    json(user, Map.of("ids", images)).post(items(album)).then().statusCode(200);
  }

  protected static boolean mayView(String user, UUID image) {
    return as(user).get("/internal/access/" + image).then().statusCode(200).extract().<Boolean>path("allowed");
  }

  protected static String members(UUID album) {
    return "/api/albums/" + album + "/members";
  }

  /** By a development user. */
  protected static void invite(String user, UUID album, String subject, String role) {
    json(user, Map.of("subject", subject, "role", role)).post(members(album)).then().statusCode(201);
  }

  /** Images of Alice whose events have arrived. */
  protected List<UUID> images(int count) {
    return images("alice", ALICE, count);
  }

  protected List<UUID> images(String user, String owner, int count) {
    List<UUID> ids = IntStream.range(0, count).mapToObj(i -> Ids.next()).toList();
    ids.forEach(id -> uploaded(owner, id));
    await().atMost(Duration.ofSeconds(60)).until(() -> ids.stream().allMatch(id -> mayView(user, id)));
    return ids;
  }

  protected void uploaded(String owner, UUID id) {
    ImageUploaded event =
        new ImageUploaded(
            id, owner, "a.jpg", "image/jpeg", 1, "0".repeat(64), ObjectKeys.original(owner, id), 1, 1, Instant.now());
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(Topics.IMAGE_UPLOADED, event));
  }

  protected void happened(LifecycleEvent event) {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(Topics.IMAGE_DELETED, event));
  }
}
