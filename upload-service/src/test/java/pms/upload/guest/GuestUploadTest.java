package pms.upload.guest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;
import pms.kit.internal.InternalCalls;
import pms.kit.store.ObjectStat;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;
import pms.upload.format.Samples;
import pms.upload.image.Announced;
import pms.upload.image.Api;
import pms.upload.image.Pictures;
import pms.upload.image.SmallLimits;

/** L12: what comes by a link waits, and is nobody's until it is accepted. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
@QuarkusTestResource(SharingStandIn.class)
class GuestUploadTest {

  @Inject ObjectStore store;
  @Inject InternalCalls calls;
  @Inject DroppedBytes dropped;
  @Inject GuestPictures pictures;

  private final Api alice = Api.ofNewUser();
  private final UUID album = Ids.next();
  private final String token = link(null);

  @Test
  void a_picture_waits_unheard_of_until_it_is_accepted_and_then_is_one_of_its_owner() {
    byte[] picture = Pictures.jpeg();
    guest().contentType("image/jpeg").header("Content-Disposition", "attachment; filename=\"a.jpg\"").queryParam("name", "Anna")
        .body(picture).post(api()).then()
        .statusCode(202).body("state", equalTo("waiting")).body("fileName", equalTo("a.jpg")).body("bytes", equalTo(picture.length));
    JsonPath waiting = waiting();
    assertThat(waiting.getList("guest")).containsExactly("Anna");
    assertThat(waiting.getString("[0].owner")).isEqualTo(alice.owner());
    String id = waiting.getString("[0].id");
    alice.receipt(id).statusCode(404);
    alice.me().body("quota.used", equalTo(0));
    assertThat(Announced.on(Topics.IMAGE_UPLOADED, id)).isEmpty();

    accept(id).then().statusCode(200).body("image", equalTo(id)).body("owner", equalTo(alice.owner()));
    accept(id).then().statusCode(200).body("image", equalTo(id));
    alice.receipt(id).statusCode(200).body("sha256", equalTo(Api.sha256(picture)));
    alice.me().body("quota.used", equalTo(picture.length)).body("quota.images", equalTo(1));
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Announced.on(Topics.IMAGE_UPLOADED, id)).hasSize(1));
    assertThat(waiting().getList("")).isEmpty();
    reject(id).then().statusCode(409);
  }

  @Test
  void what_is_rejected_is_deleted_and_stays_rejected() {
    String id = sent(Pictures.jpeg());
    reject(id).then().statusCode(204);
    reject(id).then().statusCode(204);
    assertThat(objects()).isEmpty();
    assertThat(waiting().getList("")).isEmpty();
    accept(id).then().statusCode(404);
  }

  @Test
  void a_form_brings_the_name_and_one_file() {
    var name = new MultiPartSpecBuilder("  Jürgen ").controlName("name").charset("UTF-8").build();
    guest().multiPart(name).multiPart("file", "b.jpg", Pictures.jpeg(), "image/jpeg").post(api()).then().statusCode(202);
    assertThat(waiting().getString("[0].guest")).isEqualTo("Jürgen");
    guest().multiPart("file", "a.jpg", Pictures.jpeg()).multiPart("file", "b.jpg", Pictures.jpeg()).post(api()).then().statusCode(400);
    guest().queryParam("name", "A\u202eB").contentType("image/jpeg").body(Pictures.jpeg()).post(api()).then()
        .statusCode(400).body("errors.field", equalTo(List.of("name")));
    guest().multiPart("name", "nobody").post(api()).then().statusCode(400);
    assertThat(objects()).hasSize(1);
  }

  @Test
  void the_form_of_the_page_brings_many_and_says_which_it_cannot_take() {
    guest().multiPart("name", "Anna").multiPart("file", "a.jpg", Pictures.jpeg()).multiPart("file", "b.txt", "no picture".getBytes(), "text/plain")
        .multiPart("file", "c.jpg", "no picture".getBytes()).multiPart("file", "d.jpg", Pictures.jpeg())
        .post("/s/" + token + "/images").then()
        .statusCode(303).header("Location", containsString("/s/" + token + "?sent=2&refused=unsupported-image"));
    assertThat(waiting().getList("fileName")).containsExactly("a.jpg", "d.jpg");
    assertThat(objects()).hasSize(2);
    guest().multiPart("name", "Anna").post("/s/" + token + "/images").then().header("Location", containsString("?sent=0"));
    guest().multiPart("file", "a.jpg", Pictures.jpeg()).post("/s/unknown/images").then()
        .statusCode(303).header("Location", containsString("/s/unknown"));
  }

  @Test
  void hostile_bodies_are_refused_like_anybodys() {
    guest().contentType("image/jpeg").body("<script>".getBytes()).post(api()).then().statusCode(415);
    guest().contentType("text/html").body(Pictures.jpeg()).post(api()).then().statusCode(415);
    guest().contentType("image/png").body(Samples.pngHeader(30_000, 30_000)).post(api()).then().statusCode(422);
    guest().contentType("image/jpeg").body(new byte[0]).post(api()).then().statusCode(400);
    assertThat(objects()).isEmpty();
  }

  /** L3: also one that ends while the picture is on its way. */
  @Test
  void a_link_that_is_not_open_takes_nothing() {
    guest().contentType("image/jpeg").body(Pictures.jpeg()).post("/api/public/unknown/images").then()
        .statusCode(404).contentType("application/problem+json");
    SharingStandIn.REVOKED_MEANWHILE.add(token);
    guest().contentType("image/jpeg").body(Pictures.jpeg()).post(api()).then().statusCode(404);
    assertThat(objects()).isEmpty();
    assertThat(waiting().getList("")).isEmpty();
  }

  @Test
  void the_password_of_a_link_counts_here_too_and_so_does_the_address() {
    SharingStandIn.LOCKED.add(token);
    guest().contentType("image/jpeg").body(Pictures.jpeg()).post(api()).then()
        .statusCode(403).body("type", equalTo("urn:pms:problem:password-needed"));
    guest().header("Link-Pass", "pass").header("X-Forwarded-For", "192.0.2.77").contentType("image/jpeg").body(Pictures.jpeg())
        .post(api()).then().statusCode(202);
    assertThat(SharingStandIn.ADDRESSES).contains("192.0.2.77");
  }

  @Test
  void the_same_bytes_wait_once_and_become_no_second_picture() {
    byte[] picture = Pictures.jpeg();
    String known = alice.upload(picture).statusCode(201).extract().path("id");
    String id = sent(picture);
    assertThat(sent(picture)).isEqualTo(id);
    assertThat(objects()).hasSize(2);
    accept(id).then().statusCode(200).body("image", equalTo(known));
    alice.me().body("quota.images", equalTo(1));
    assertThat(objects()).extracting(ObjectStat::key).containsExactly(key(known));
  }

  @Test
  void nothing_is_left_of_a_transfer_that_breaks_off() throws IOException {
    String head = "POST " + api() + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\nContent-Length: 9000000\r\n\r\n";
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.getOutputStream().write(Samples.concat(head.getBytes(ISO_8859_1), Pictures.jpeg(700_000)));
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> objects().isEmpty() && waiting().getList("").isEmpty());
  }

  @Test
  void what_waits_has_to_fit_into_the_quota_of_who_made_the_link() {
    String small = link("1000000");
    String path = "/api/public/" + small + "/images";
    guest().contentType("image/jpeg").body(Pictures.jpeg(600_000)).post(path).then().statusCode(202);
    guest().contentType("image/jpeg").body(Pictures.jpeg(600_000)).post(path).then()
        .statusCode(507).body("type", equalTo("urn:pms:problem:link-full"));
    assertThat(objects()).hasSize(1);
  }

  @Test
  void what_nobody_looks_at_is_swept_and_until_then_is_no_orphan() {
    String id = sent(Pictures.jpeg());
    assertThat(pictures.kept(List.of(alice.owner()), List.of(UUID.fromString(id)))).hasSize(1);
    dropped.sweep();
    assertThat(objects()).hasSize(1);
    QuarkusTransaction.requiringNew().run(() ->
        GuestPicture.update("receivedAt = ?1 where id = ?2", Instant.now().minus(Duration.ofDays(31)), UUID.fromString(id)));
    dropped.sweep();
    assertThat(objects()).isEmpty();
    accept(id).then().statusCode(404);
    assertThat(pictures.kept(List.of(alice.owner()), List.of(UUID.fromString(id)))).isEmpty();
  }

  @Test
  void the_queue_is_for_our_own_services_only() {
    String id = sent(Pictures.jpeg());
    for (String seal : List.of("", "1.x", calls.seal("see guest pictures " + Ids.next()), calls.seal("accept guest picture " + id))) {
      given().header(InternalCalls.HEADER, seal).get(queue() + "?after=" + new UUID(0, 0) + "&rows=5").then().statusCode(401);
      given().header(InternalCalls.HEADER, seal).get(queue() + "/" + id).then().statusCode(401);
      given().header(InternalCalls.HEADER, seal).post(queue() + "/" + id + "/accept").then().statusCode(401);
      given().header(InternalCalls.HEADER, seal).post(queue() + "/" + id + "/reject").then().statusCode(401);
    }
    alice.request().post(queue() + "/" + id + "/accept").then().statusCode(401);
  }

  private String link(String quota) {
    String token = "link-" + UUID.randomUUID();
    SharingStandIn.OPEN.put(token, new SharingStandIn.Link(Ids.next(), album, alice.owner(), quota));
    return token;
  }

  private static RequestSpecification guest() {
    return given().redirects().follow(false);
  }

  private String api() {
    return "/api/public/" + token + "/images";
  }

  private String queue() {
    return "/internal/guest-pictures/" + album;
  }

  /** Its id, as the queue tells it. */
  private String sent(byte[] picture) {
    guest().contentType("image/jpeg").body(picture).post(api()).then().statusCode(202);
    return waiting().getString("[0].id");
  }

  private JsonPath waiting() {
    return given().header(InternalCalls.HEADER, calls.seal("see guest pictures " + album))
        .get(queue() + "?after=" + new UUID(0, 0) + "&rows=50").then().statusCode(200).extract().jsonPath();
  }

  private Response accept(String id) {
    return given().header(InternalCalls.HEADER, calls.seal("accept guest picture " + album + "/" + id)).post(queue() + "/" + id + "/accept");
  }

  private Response reject(String id) {
    return given().header(InternalCalls.HEADER, calls.seal("reject guest picture " + album + "/" + id)).post(queue() + "/" + id + "/reject");
  }

  private List<ObjectStat> objects() {
    return store.list(ObjectKeys.ORIGINALS + alice.owner() + "/").toList();
  }

  private String key(String id) {
    return ObjectKeys.original(alice.owner(), UUID.fromString(id));
  }
}
