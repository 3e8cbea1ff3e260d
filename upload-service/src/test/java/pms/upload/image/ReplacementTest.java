package pms.upload.image;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.contracts.EventJson;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topics;
import pms.contracts.VersionCreated;
import pms.contracts.VersionReverted;
import pms.kit.store.ObjectStat;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;

@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
@QuarkusTestResource(ProcessingStandIn.class)
class ReplacementTest {

  @Inject ObjectStore store;
  @Inject Orphans orphans;
  @Inject ReplacedOriginals originals;

  private final Api alice = Api.ofNewUser();
  private final byte[] first = Pictures.jpeg();
  private final byte[] second = Pictures.jpeg(1000);
  private String id;

  @BeforeEach
  void upload() {
    id = alice.upload(first).extract().path("id");
  }

  @Test
  void a_replaced_original_is_kept_counted_and_known() throws Exception {
    put(second).statusCode(200).body("id", equalTo(id)).body("sha256", equalTo(Api.sha256(second)))
        .body("bytes", equalTo(second.length)).body("state", equalTo("processing")).body("duplicate", nullValue());
    assertThat(objects()).hasSize(2);
    assertThat(store.get(ObjectKeys.original(alice.owner(), UUID.fromString(id))).readAllBytes()).isEqualTo(first);
    alice.me().body("quota.used", equalTo(first.length + second.length)).body("quota.images", equalTo(1));
    alice.check(Api.sha256(first), Api.sha256(second)).body("items", hasSize(2)).body("items.id", everyItem(equalTo(id)));
    alice.upload(first).statusCode(200).body("id", equalTo(id)).body("duplicate", equalTo(true));
    alice.receipt(id).body("sha256", equalTo(Api.sha256(second)));

    OriginalReplaced told = told(2);
    assertThat(told.revision()).isEqualTo(2);
    assertThat(told.file().number()).isEqualTo(2);
    assertThat(told.file().sha256()).isEqualTo(Api.sha256(second));
    assertThat(told.originals()).extracting(file -> file.objectKey()).containsExactlyInAnyOrderElementsOf(objects());
    assertThat(told.originals().getFirst().sha256()).isEqualTo(Api.sha256(first));
  }

  @Test
  void the_same_bytes_as_now_change_nothing() {
    put(first).statusCode(200).body("duplicate", equalTo(true)).body("sha256", equalTo(Api.sha256(first)));
    assertThat(objects()).hasSize(1);
    alice.me().body("quota.used", equalTo(first.length));
  }

  @Test
  void purging_deletes_every_original_and_remembers_all_of_them_as_deleted() {
    put(second).statusCode(200);
    alice.purge(id).statusCode(204);
    assertThat(objects()).isEmpty();
    alice.me().body("quota.used", equalTo(0)).body("quota.images", equalTo(0));
    alice.check(Api.sha256(first), Api.sha256(second)).body("items.state", equalTo(List.of("purged", "purged")));
    put(second).statusCode(404);
    alice.upload(first).statusCode(201);
    alice.check(Api.sha256(first)).body("items", hasSize(1)).body("items[0].state", equalTo("present"));
  }

  /** H7, R1, D1: whatever is no good leaves nothing behind. */
  @Test
  void what_an_upload_would_be_refused_for_is_refused_here_too() {
    put(new byte[0]).statusCode(400);
    put("no picture at all, whatever it is called".getBytes()).statusCode(415);
    put(Pictures.jpeg(SmallLimits.LARGEST)).statusCode(413);
    given().auth().oauth2(alice.user().token()).contentType("image/jpeg").header("Repr-Digest", Api.digestHeader(first))
        .body(second).put(path()).then().statusCode(400).body("errors[0].field", equalTo("Repr-Digest"));
    alice.upload(Pictures.jpeg(9 << 20)).statusCode(201);
    put(Pictures.jpeg(9 << 20)).statusCode(507);
    assertThat(objects()).hasSize(2);
    alice.receipt(id).body("sha256", equalTo(Api.sha256(first)));
  }

  @Test
  void bytes_that_are_something_else_already_are_a_conflict() {
    byte[] other = Pictures.jpeg();
    String otherId = alice.upload(other).extract().path("id");
    put(other).statusCode(409).body("type", equalTo("urn:pms:problem:another-picture")).body("detail", containsString(otherId));
    put(second).statusCode(200);
    put(first).statusCode(409).body("type", equalTo("urn:pms:problem:earlier-original"));
    alice.trash(id);
    put(Pictures.jpeg()).statusCode(409).body("type", equalTo("urn:pms:problem:in-trash"));
    assertThat(objects()).hasSize(3);
  }

  /** A4: also for those who may edit it. */
  @Test
  void nobody_replaces_somebody_elses_original() {
    Api.ofNewUser().request().contentType("image/jpeg").body(second).put(path()).then().statusCode(404);
    given().contentType("image/jpeg").body(second).put(path()).then().statusCode(401);
    assertThat(objects()).hasSize(1);
  }

  /** A11: the version that both have seen can be replaced by one of them. */
  @Test
  void of_two_who_replace_at_once_the_second_is_told() throws Exception {
    ProcessingStandIn.says(id, 3, 1);
    put(second, "\"2\"").statusCode(412).body("type", equalTo("urn:pms:problem:changed-meanwhile"));
    List<Callable<Integer>> both = List.of(() -> status(Pictures.jpeg()), () -> status(Pictures.jpeg()));
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : people.invokeAll(both)) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 412);
    // Nobody has made a version of the first one yet, so what the number 3 meant is not current any more.
    put(Pictures.jpeg(), "\"3\"").statusCode(412);
    ProcessingStandIn.says(id, 4, 2);
    put(Pictures.jpeg(), "\"4\"").statusCode(200);
    assertThat(objects()).hasSize(3);
  }

  /** A11: a body may take hours, in which somebody edits the version that it is to replace. */
  @Test
  void what_was_edited_while_the_file_came_in_is_not_replaced() throws Exception {
    ProcessingStandIn.says(id, 1, 1);
    assertThat(putSlowly(second, () -> ProcessingStandIn.says(id, 2, 1))).isEqualTo(412);
    assertThat(objects()).hasSize(1);
    assertThat(putSlowly(second, () -> {})).isEqualTo(412);
    ProcessingStandIn.says(id, 1, 1);
    assertThat(putSlowly(second, () -> {})).isEqualTo(200);
  }

  @Test
  void the_version_that_was_told_counts_when_the_token_ended_while_the_file_came_in() throws Exception {
    UUID image = UUID.fromString(id);
    ProcessingStandIn.says(id, 1, 1);
    assertThat(putSlowly(second, () -> {
      ProcessingStandIn.saysThatTheTokenEnded(id);
      originals.follow(new VersionCreated(image, alice.owner(), 2, 1, 5, 5, alice.owner(), 1, 1, Instant.now()));
    })).isEqualTo(412);
    ProcessingStandIn.says(id, 2, 1);
    assertThat(putSlowly(second, "\"2\"", () -> ProcessingStandIn.saysThatTheTokenEnded(id))).isEqualTo(200);
  }

  private int putSlowly(byte[] file, Runnable meanwhile) throws Exception {
    return putSlowly(file, "\"1\"", meanwhile);
  }

  /** Half of the body goes out, then something happens, then the rest. */
  private int putSlowly(byte[] file, String ifMatch, Runnable meanwhile) throws Exception {
    ProcessingStandIn.forgetThatItWasAsked(id);
    String head = String.join(
        "\r\n", "PUT " + path() + " HTTP/1.1", "Host: localhost", "Connection: close", "Authorization: Bearer " + alice.user().token(),
        "Content-Type: image/jpeg", "Content-Length: " + file.length, "If-Match: " + ifMatch, "", "");
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(file, 0, file.length / 2);
      await().atMost(Duration.ofSeconds(60)).until(() -> ProcessingStandIn.wasAsked(id));
      meanwhile.run();
      out.write(file, file.length / 2, file.length - file.length / 2);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
  }

  private int status(byte[] file) {
    return put(file, "\"3\"").extract().statusCode();
  }

  /** C7: twice, late, or from somebody who had not heard of the newest file. */
  @Test
  void a_revert_brings_an_earlier_original_back() {
    put(second).statusCode(200);
    UUID image = UUID.fromString(id);
    originals.follow(new VersionCreated(image, alice.owner(), 2, 1, 5, 5, alice.owner(), 1, 1, Instant.now()));
    alice.receipt(id).body("sha256", equalTo(Api.sha256(second)));
    originals.follow(new VersionCreated(image, alice.owner(), 3, 2, 0, 0, alice.owner(), 2, 2, Instant.now()));
    VersionReverted reverted = new VersionReverted(image, alice.owner(), 4, 1, 5, 5, alice.owner(), 1, 2, Instant.now());
    originals.follow(reverted);
    originals.follow(reverted);
    originals.follow(new VersionCreated(image, alice.owner(), 3, 2, 0, 0, alice.owner(), 2, 2, Instant.now()));
    alice.receipt(id).body("sha256", equalTo(Api.sha256(first))).body("bytes", equalTo(first.length));
    alice.me().body("quota.used", equalTo(first.length + second.length));
    OriginalReplaced told = told(3);
    assertThat(told.revision()).isEqualTo(3);
    assertThat(told.file().sha256()).isEqualTo(Api.sha256(first));
    assertThat(told.originals()).hasSize(2);
    put(first).statusCode(200).body("duplicate", equalTo(true));
  }

  @Test
  void the_sweeper_knows_kept_originals() {
    put(second).statusCode(200);
    String orphan = ObjectKeys.replacement(alice.owner(), UUID.fromString(id), Ids.next());
    store.put(orphan, new ByteArrayInputStream(new byte[3]), 3, "image/jpeg");
    assertThat(orphans.sweep(Duration.ZERO).stopped()).isFalse();
    assertThat(objects()).hasSize(2).doesNotContain(orphan);
  }

  private ValidatableResponse put(byte[] file) {
    return alice.request().contentType("image/jpeg").body(file).put(path()).then();
  }

  private ValidatableResponse put(byte[] file, String ifMatch) {
    return alice.request().contentType("image/jpeg").header("If-Match", ifMatch).body(file).put(path()).then();
  }

  private String path() {
    return "/api/images/" + id + "/original";
  }

  /** The last of so many records about the file. */
  private OriginalReplaced told(int records) {
    List<Announced.Event> all = await().atMost(Duration.ofSeconds(60))
        .until(() -> Announced.on(Topics.IMAGE_UPLOADED, id), events -> events.size() == records);
    assertThat(all.getLast().type()).isEqualTo("pms.OriginalReplaced");
    try {
      return EventJson.read(all.getLast().json().getBytes(), OriginalReplaced.class);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> objects() {
    return store.list(ObjectKeys.ORIGINALS + alice.owner() + "/").map(ObjectStat::key).toList();
  }
}
