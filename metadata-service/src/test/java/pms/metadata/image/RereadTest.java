package pms.metadata.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.Ids;
import pms.contracts.ImagePurged;
import pms.contracts.ImageUploaded;
import pms.contracts.MetadataEvent;
import pms.contracts.MetadataExtracted;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topics;
import pms.kit.store.ObjectStore;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Pictures;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Files are read again: the file's facts change, people's words do not. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class RereadTest {

  private static final String PATH = "/api/admin/metadata/reextract";
  private static final TestUser[] ADMIN = new TestUser[1];

  @Inject ObjectStore store;
  @Inject RereadQueue queue;

  private TestUser user;

  @BeforeEach
  void people() {
    user = TestUsers.create();
    if (ADMIN[0] == null) {
      ADMIN[0] = TestUsers.createAdmin();
    }
  }

  @Test
  void peoples_words_survive_and_the_files_facts_are_new() {
    UUID id = upload();
    edit(id, "{\"title\":\"My own\",\"rating\":null,\"takenAt\":{\"local\":\"1999-01-02T03:04:05\"},\"location\":{\"place\":\"At home\"}}");
    long before = revision(id);
    forgetFacts(id);
    reread("{\"ids\":[\"" + id + "\"]}").then().statusCode(202).body("queued", equalTo(1));
    await().atMost(Duration.ofSeconds(60)).until(() -> revision(id) > before);
    given().auth().oauth2(user.token()).get("/api/images/" + id).then()
        .body("camera.model", equalTo("D70"))
        .body("title", equalTo("My own"))
        .body("rating", equalTo(null))
        .body("takenAt.local", equalTo("1999-01-02T03:04:05"))
        .body("takenAt.source", equalTo("person"))
        .body("location.place", equalTo("At home"))
        .body("description", equalTo("Seen from the river"));
    MetadataEvent last = Announcer.metadataOf(id).getLast();
    assertThat(last).isInstanceOf(MetadataExtracted.class);
    assertThat(last.metadata().title()).isEqualTo("My own");
    assertThat(last.metadata().camera().model()).isEqualTo("D70");
  }

  /** C7: also when the first upload is told once more afterwards. */
  @Test
  void a_file_that_takes_the_place_of_the_first_is_read_and_peoples_words_survive() {
    UUID id = upload();
    edit(id, "{\"title\":\"My own\"}");
    OriginalFile first = new OriginalFile(1, "a.jpg", "image/jpeg", 9, "ab".repeat(32), ObjectKeys.original(user.id(), id), 60, 40, Instant.now());
    byte[] file = Pictures.png(30, 20);
    String key = ObjectKeys.replacement(user.id(), id, Ids.next());
    store.put(key, new ByteArrayInputStream(file), file.length, "image/png");
    OriginalFile better = new OriginalFile(2, "b.png", "image/png", file.length, "cd".repeat(32), key, 30, 20, Instant.now());
    Announcer.send(Topics.IMAGE_UPLOADED, new OriginalReplaced(id, user.id(), 2, 2, List.of(first, better), Instant.now(), Instant.now()));
    await().atMost(Duration.ofSeconds(30)).until(() -> camera(id) == null);
    Announcer.send(Topics.IMAGE_UPLOADED, new ImageUploaded(id, user.id(), "a.jpg", "image/jpeg", 9, "ab".repeat(32), first.objectKey(), 60, 40, Instant.now()));
    reread("{\"ids\":[\"" + id + "\"]}").then().statusCode(202);
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
        assertThat(Announcer.metadataOf(id).getLast().revision()).isGreaterThanOrEqualTo(4));
    given().auth().oauth2(user.token()).get("/api/images/" + id).then()
        .body("title", equalTo("My own")).body("fileName", equalTo("b.png")).body("sha256", equalTo("cd".repeat(32)))
        .body("type", equalTo("image/png")).body("bytes", equalTo(file.length)).body("camera", equalTo(null));
  }

  @Test
  void what_waits_already_is_not_added_twice_and_what_is_done_is_forgotten() {
    UUID id = upload();
    long before = revision(id);
    RereadRequest request = new RereadRequest(List.of(id, Ids.next()), null, null);
    assertThat(queue.add(request)).isLessThanOrEqualTo(1);
    await().atMost(Duration.ofSeconds(60)).until(() -> revision(id) == before + 1);
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().auth().oauth2(ADMIN[0].token()).get(PATH).then().statusCode(200).body("waiting", equalTo(0)));
  }

  @Test
  void all_of_a_type_are_read_again_but_for_purged_ones() {
    UUID id = upload();
    UUID purged = upload();
    Announcer.send(Topics.IMAGE_DELETED, new ImagePurged(purged, user.id(), 1, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> given().auth().oauth2(user.token()).get("/api/images/" + purged).statusCode() == 404);
    long before = revision(id);
    reread("{\"types\":[\"image/jpeg\"]}").then().statusCode(202);
    await().atMost(Duration.ofSeconds(60)).until(() -> revision(id) > before);
    assertThat(Announcer.metadataOf(purged).getLast().metadata().camera()).isNull();
  }

  @Test
  void only_an_administrator_may_ask() {
    given().auth().oauth2(user.token()).contentType("application/json").body("{\"all\":true}").post(PATH).then().statusCode(403);
    given().auth().oauth2(user.token()).get(PATH).then().statusCode(403);
    given().contentType("application/json").body("{\"all\":true}").post(PATH).then().statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"all\":false}", "{\"all\":true,\"types\":[\"image/png\"]}", "{\"ids\":[]}", "{\"ids\":[\"x\"]}", "{\"ids\":[null]}", "", "{\"every\":1}"})
  void a_request_that_says_nothing_or_nonsense_is_refused(String body) {
    reread(body).then().statusCode(400).contentType("application/problem+json");
  }

  private UUID upload() {
    byte[] file = Pictures.paris();
    UUID id = Ids.next();
    String key = ObjectKeys.original(user.id(), id);
    store.put(key, new ByteArrayInputStream(file), file.length, "image/jpeg");
    Announcer.send(Topics.IMAGE_UPLOADED, new ImageUploaded(id, user.id(), "a.jpg", "image/jpeg", file.length, "ab".repeat(32), key, 60, 40, Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> camera(id) != null);
    return id;
  }

  /** As if an earlier release had not understood the file. */
  private void forgetFacts(UUID id) {
    QuarkusTransaction.requiringNew().run(() -> Image.find(new ImageKey(user.id(), id)).orElseThrow().facts = Facts.unknown(List.of()));
    assertThat(camera(id)).isNull();
  }

  private void edit(UUID id, String patch) {
    given().auth().oauth2(user.token()).contentType("application/merge-patch+json").body(patch).patch("/api/images/" + id).then().statusCode(200);
  }

  private Response reread(String body) {
    return given().auth().oauth2(ADMIN[0].token()).contentType("application/json").body(body).post(PATH);
  }

  private String camera(UUID id) {
    Response answer = given().auth().oauth2(user.token()).get("/api/images/" + id);
    return answer.statusCode() == 200 ? answer.jsonPath().getString("camera.model") : null;
  }

  private long revision(UUID id) {
    return Long.parseLong(given().auth().oauth2(user.token()).get("/api/images/" + id).getHeader("ETag").replace("\"", ""));
  }
}
