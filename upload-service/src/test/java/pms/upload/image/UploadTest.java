package pms.upload.image;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.contracts.ObjectKeys;
import pms.contracts.Topics;
import pms.kit.store.ObjectStat;
import pms.kit.store.ObjectStore;
import pms.platform.test.PmsPlatform;
import pms.upload.format.Samples;

@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
class UploadTest {

  @Inject ObjectStore store;
  @Inject MeterRegistry meters;

  private final Api alice = Api.ofNewUser();

  @Test
  void a_raw_body_becomes_a_picture_that_others_hear_of() throws IOException {
    byte[] picture = Pictures.jpeg();
    String id =
        alice
            .upload(picture, Map.of("Content-Type", "image/jpeg", "Content-Disposition", "attachment; filename*=UTF-8''F%C3%BCssen.jpg"))
            .statusCode(201)
            .body("sha256", equalTo(Api.sha256(picture)))
            .body("bytes", equalTo(picture.length))
            .body("type", equalTo("image/jpeg"))
            .body("fileName", equalTo("Füssen.jpg"))
            .body("width", equalTo(64))
            .body("height", equalTo(48))
            .body("state", equalTo("processing"))
            .body("owner", equalTo(alice.owner()))
            .body("duplicate", nullValue())
            .extract()
            .path("id");

    try (InputStream stored = store.get("originals/" + alice.owner() + "/" + id)) {
      assertThat(stored.readAllBytes()).isEqualTo(picture);
    }
    await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
        assertThat(Announced.on(Topics.IMAGE_UPLOADED, id)).singleElement().satisfies(event -> {
          assertThat(event.type()).isEqualTo("pms.ImageUploaded");
          assertThat(event.json()).contains(alice.owner(), Api.sha256(picture), "\"width\":64", "Füssen.jpg");
        }));
  }

  @Test
  void the_answer_says_where_the_picture_is() {
    String location = alice.upload(Pictures.jpeg()).statusCode(201).extract().header("Location");
    assertThat(location).matches("/api/images/[0-9a-f-]{36}");
  }

  @Test
  void a_form_becomes_a_picture() {
    byte[] picture = Pictures.jpeg(300_000);
    alice.request().multiPart("note", "hello").multiPart("file", "C:\\tmp\\a.jpg", picture, "image/jpeg")
        .post("/api/images").then()
        .statusCode(201)
        .body("sha256", equalTo(Api.sha256(picture)))
        .body("fileName", equalTo("a.jpg"));
    assertThat(alice.used()).isEqualTo(picture.length);
  }

  @Test
  void a_form_larger_than_a_part_of_the_store_streams_through() {
    byte[] picture = Pictures.jpeg(9 << 20);
    alice.request().multiPart("file", "large.jpg", picture, "application/octet-stream").post("/api/images").then()
        .statusCode(201)
        .body("sha256", equalTo(Api.sha256(picture)));
  }

  @Test
  void a_body_of_unknown_length_is_taken_to_its_end() throws IOException {
    byte[] picture = Pictures.jpeg(9 << 20);
    String answer = raw(socket -> {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked", "Content-Type: image/jpeg"));
      for (int at = 0; at < picture.length; at += 1 << 20) {
        int count = Math.min(1 << 20, picture.length - at);
        out.write((Integer.toHexString(count) + "\r\n").getBytes(ISO_8859_1));
        out.write(picture, at, count);
        out.write("\r\n".getBytes(ISO_8859_1));
      }
      out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    });
    assertThat(answer).startsWith("HTTP/1.1 201").contains(Api.sha256(picture));
  }

  @Test
  void a_client_that_asks_first_is_told_to_continue() throws IOException {
    byte[] picture = Pictures.jpeg();
    String answer = raw(socket -> {
      socket.getOutputStream().write(
          head("Expect: 100-continue", "Content-Type: image/jpeg", "Content-Length: " + picture.length));
      byte[] go = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
      assertThat(new String(go, ISO_8859_1)).startsWith("HTTP/1.1 100");
      socket.getOutputStream().write(picture);
    });
    assertThat(answer).startsWith("HTTP/1.1 201");
  }

  @Test
  void a_client_that_asks_first_is_refused_before_it_sends() throws IOException {
    String answer = raw(socket ->
        socket.getOutputStream().write(
            head("Expect: 100-continue", "Content-Type: image/jpeg", "Content-Length: " + (SmallLimits.LARGEST + 1))));
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void the_same_bytes_again_are_the_same_picture() {
    byte[] picture = Pictures.jpeg();
    String id = alice.upload(picture).statusCode(201).extract().path("id");
    alice.upload(picture).statusCode(200).body("id", equalTo(id)).body("duplicate", equalTo(true)).body("trashed", nullValue());
    assertThat(objects()).hasSize(1);
    assertThat(alice.used()).isEqualTo(picture.length);
  }

  @Test
  void the_same_bytes_of_another_owner_are_another_picture() {
    byte[] picture = Pictures.jpeg();
    String id = alice.upload(picture).statusCode(201).extract().path("id");
    String other = Api.ofNewUser().upload(picture).statusCode(201).extract().path("id");
    assertThat(other).isNotEqualTo(id);
  }

  @Test
  void of_parallel_uploads_of_the_same_bytes_one_wins() throws InterruptedException, ExecutionException {
    byte[] picture = Pictures.jpeg(100_000);
    alice.me();
    List<Future<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        answers.add(threads.submit(() -> alice.upload(picture).extract().statusCode()));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    assertThat(objects()).hasSize(1);
    alice.me().body("quota.images", equalTo(1)).body("quota.used", equalTo(picture.length));
  }

  @Test
  void a_checksum_that_matches_is_good() {
    byte[] picture = Pictures.jpeg();
    alice.upload(picture, Map.of("Content-Type", "image/jpeg", "Repr-Digest", Api.digestHeader(picture))).statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Repr-Digest", "Content-Digest"})
  void a_wrong_checksum_is_refused_and_leaves_nothing(String header) {
    String wrong = Api.digestHeader(new byte[1]);
    alice.upload(Pictures.jpeg(), Map.of("Content-Type", "image/jpeg", header, wrong))
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItems(header));
    assertNothingIsLeft();
  }

  @Test
  void nothing_is_left_of_a_body_that_breaks_off() throws IOException {
    byte[] picture = Pictures.jpeg(19 << 19);
    cut(head("Content-Type: image/jpeg", "Content-Length: " + picture.length), picture, 9 << 20);
    cut(head("Content-Type: image/jpeg", "Content-Length: " + picture.length), picture, 1000);
    cut(head("Content-Type: image/jpeg", "Transfer-Encoding: chunked"),
        Samples.concat("980000\r\n".getBytes(ISO_8859_1), picture), 9 << 20);
    cut(head("Content-Type: image/jpeg", "Transfer-Encoding: chunked"),
        Samples.concat("100000\r\n".getBytes(ISO_8859_1), Pictures.jpeg((1 << 20) - 1000)), 100_000);
    cut(head("Content-Type: multipart/form-data; boundary=xyz", "Content-Length: " + picture.length),
        Samples.concat("--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n".getBytes(ISO_8859_1), picture), 9 << 20);
    await().atMost(Duration.ofSeconds(60)).until(() -> meters.get("pms.uploads.running").gauge().value() == 0);
    assertNothingIsLeft();
  }

  @Test
  void a_form_that_ends_without_its_last_boundary_leaves_nothing() {
    byte[] body = Samples.concat(
        "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=a.jpg\r\n\r\n".getBytes(ISO_8859_1), Pictures.jpeg());
    alice.upload(body, Map.of("Content-Type", "multipart/form-data; boundary=xyz")).statusCode(400).body("detail", containsString("form"));
    assertNothingIsLeft();
  }

  @Test
  void a_second_file_in_a_form_is_refused_and_leaves_nothing() {
    alice.request().multiPart("file", "a.jpg", Pictures.jpeg()).multiPart("file", "b.jpg", Pictures.jpeg())
        .post("/api/images").then().statusCode(400).body("errors.field", hasItems("file"));
    assertNothingIsLeft();
  }

  @Test
  void an_empty_body_is_refused() {
    alice.upload(new byte[0], Map.of("Content-Type", "image/jpeg")).statusCode(400).body("errors.field", hasItems("file"));
    alice.request().contentType("application/octet-stream").post("/api/images").then().statusCode(400).body("errors.field", hasItems("file"));
    alice.request().multiPart("file", "a.jpg", new byte[0]).post("/api/images").then().statusCode(400).body("errors.field", hasItems("file"));
    assertNothingIsLeft();
  }

  @Test
  void a_text_named_jpg_is_refused() {
    alice.upload("I am no picture".getBytes(), Map.of("Content-Type", "image/jpeg", "Content-Disposition", "attachment; filename=a.jpg"))
        .statusCode(415)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:pms:problem:unsupported-image"))
        .body("detail", containsString("text"))
        .body("errors.field", hasItems("file"));
    assertNothingIsLeft();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json", "application/pdf"})
  void a_declared_type_that_is_no_picture_is_refused(String type) {
    alice.upload(Pictures.jpeg(), Map.of("Content-Type", type)).statusCode(415).body("errors.field", hasItems("Content-Type"));
    assertNothingIsLeft();
  }

  @Test
  void content_decides_and_not_the_declared_type() {
    alice.upload(Samples.written("png", 5, 4), Map.of("Content-Type", "image/jpeg", "Content-Disposition", "attachment; filename=a.gif"))
        .statusCode(201)
        .body("type", equalTo("image/png"))
        .body("width", equalTo(5));
  }

  @Test
  void a_bomb_is_refused_from_its_header() {
    alice.upload(Samples.pngHeader(30_000, 30_000)).statusCode(422).body("errors.field", hasItems("width", "height"));
    assertNothingIsLeft();
  }

  @Test
  void a_truncated_picture_with_a_sound_header_is_taken() {
    byte[] picture = Samples.written("jpg", 300, 200);
    alice.upload(Arrays.copyOf(picture, picture.length / 2 + 200)).statusCode(201).body("width", equalTo(300));
  }

  @Test
  void a_file_above_the_limit_is_refused_whether_it_says_so_or_not() throws IOException {
    byte[] large = Pictures.jpeg(SmallLimits.LARGEST);
    alice.upload(large).statusCode(413).contentType("application/problem+json").body("errors.field", hasItems("file"));
    alice.request().multiPart("file", "a.jpg", large).post("/api/images").then().statusCode(413);
    String answer = raw(socket -> {
      socket.getOutputStream().write(head("Transfer-Encoding: chunked", "Content-Type: image/jpeg"));
      socket.getOutputStream().write((Integer.toHexString(large.length) + "\r\n").getBytes(ISO_8859_1));
      socket.getOutputStream().write(large);
    });
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
    assertNothingIsLeft();
  }

  /** R1: it may send for some seconds more, so that it can read why; then the line is cut. */
  @Test
  void who_goes_on_sending_after_a_refusal_is_cut_off() throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      OutputStream out = socket.getOutputStream();
      out.write(head("Transfer-Encoding: chunked", "Content-Type: image/jpeg"));
      out.write("7fffffff\r\nno picture".getBytes(ISO_8859_1));
      await().atMost(Duration.ofSeconds(60)).until(() -> {
        try {
          out.write(new byte[1 << 20]);
          return false;
        } catch (IOException cut) {
          return true;
        }
      });
    }
    assertNothingIsLeft();
  }

  @Test
  void a_file_without_room_in_the_quota_is_refused() {
    byte[] first = Pictures.jpeg(9 << 20);
    alice.upload(first).statusCode(201);
    alice.upload(Pictures.jpeg(9 << 20)).statusCode(507).body("type", equalTo("urn:pms:problem:quota-exceeded"));
    alice.request().multiPart("file", "a.jpg", Pictures.jpeg(9 << 20)).post("/api/images").then().statusCode(507);
    assertThat(objects()).hasSize(1);
    assertThat(alice.used()).isEqualTo(first.length);
  }

  /** A11: each of them fits alone. */
  @Test
  void of_parallel_uploads_exactly_those_go_in_for_which_there_is_room() throws InterruptedException {
    alice.me();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 6; i++) {
        byte[] picture = Pictures.jpeg(5 << 20);
        threads.submit(() -> alice.upload(picture));
      }
    }
    assertThat(objects()).hasSize(3);
    alice.me().body("quota.images", equalTo(3));
    assertThat(alice.used()).isBetween(15L << 20, (long) SmallLimits.QUOTA);
  }

  @Test
  void me_tells_who_i_am_and_what_i_use() {
    alice.me()
        .body("id", equalTo(alice.owner()))
        .body("name", equalTo(alice.user().name()))
        .body("roles", hasItems("user"))
        .body("quota.used", equalTo(0))
        .body("quota.allowed", equalTo(SmallLimits.QUOTA))
        .body("quota.images", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/internal/images/01890000-0000-7000-8000-000000000001"})
  void nobody_is_asked_for_a_token(String path) {
    given().get(path).then().statusCode(401).contentType("application/problem+json");
    given().contentType("image/jpeg").body(Pictures.jpeg()).post("/api/images").then().statusCode(401);
  }

  private List<ObjectStat> objects() {
    return store.list(ObjectKeys.ORIGINALS + alice.owner() + "/").toList();
  }

  private void assertNothingIsLeft() {
    assertThat(objects()).isEmpty();
    alice.me().body("quota.used", equalTo(0)).body("quota.images", equalTo(0));
  }

  private interface Conversation {
    void on(Socket socket) throws IOException;
  }

  private byte[] head(String... headers) {
    String all = String.join("\r\n", headers);
    return ("POST /api/images HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + alice.user().token()
            + "\r\n" + all + "\r\n\r\n").getBytes(ISO_8859_1);
  }

  private static String raw(Conversation conversation) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      conversation.on(socket);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /** The connection dies after so many bytes. */
  private static void cut(byte[] head, byte[] body, int after) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.getOutputStream().write(head);
      socket.getOutputStream().write(body, 0, after);
    }
  }
}
