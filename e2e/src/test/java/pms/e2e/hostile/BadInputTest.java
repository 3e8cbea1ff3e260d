package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.hostile.RawRequest.RawAnswer;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;

/** What is no picture is refused with a reason, and leaves nothing behind. */
class BadInputTest {
  private static final int TOO_LARGE = 413;
  private static final int UNSUPPORTED = 415;
  private static final int UNACCEPTABLE = 422;
  private final Suite suite = Suite.get();
  private final Truth truth = new Truth(suite);

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("an empty body", new byte[0], "empty.jpg", "image/jpeg"),
        Arguments.of("a text named jpg", TestPictures.text(), "holiday.jpg", "image/jpeg"),
        Arguments.of(
            "a page named jpg",
            "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
            "page.jpg",
            "image/jpeg"),
        Arguments.of(
            "a script named png",
            "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8),
            "run.png",
            "image/png"),
        Arguments.of(
            "the start of a JPEG",
            Arrays.copyOf(TestPictures.jpeg(81), 3),
            "start.jpg",
            "image/jpeg"),
        Arguments.of(
            "a bomb of 30000 × 30000 pixels", TestPictures.pngBomb(), "bomb.png", "image/png"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void what_is_no_picture_is_refused_and_leaves_nothing(
      String what, byte[] bytes, String fileName, String type) throws Exception {
    Library library = new Library(suite.user("bad"));
    for (Answer answer : new Answer[] {
      library.user().upload(bytes, fileName, type), library.user().uploadForm(bytes, fileName, type)
    }) {
      assertThat(answer.status())
          .as("%s: %s", what, answer)
          .isIn(400, TOO_LARGE, UNSUPPORTED, UNACCEPTABLE);
      Problems.isProblem(answer, answer.status());
    }
    leftNothing(library);
  }

  @Test
  void a_truncated_picture_is_accepted_and_then_failed_with_a_reason() throws Exception {
    Library library = new Library(suite.user("half"));
    String id = library.add(TestPictures.truncatedJpeg(82), "half.jpg");
    JsonNode image = library.failed(id);
    assertThat(image.path("reason").asText())
        .as("for its owner's eyes")
        .isNotBlank()
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    assertThat(library.user().get("/api/images/" + id + "/original").bytes())
        .as("what was given can be had again")
        .isEqualTo(TestPictures.truncatedJpeg(82));
    assertThat(library.user().get("/api/images/" + id + "/thumbnails/small").status())
        .isIn(404, 409);
  }

  @Test
  void broken_exif_does_not_spoil_the_picture() throws Exception {
    Library library = new Library(suite.user("exif"));
    JsonNode image = library.ready(library.add(TestPictures.brokenExif(83), "broken.jpg"));
    assertThat(image.path("width").asInt()).isEqualTo(320);
    assertThat(image.path("camera").path("model").asText(""))
        .as("nothing is invented")
        .isEmpty();
  }

  @Test
  void content_decides_and_not_the_declared_type() throws Exception {
    Library library = new Library(suite.user("liar"));
    Answer answer = library.user().upload(TestPictures.png(84), "really-a-png.jpg", "image/jpeg");
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(library.ready(answer.json().path("id").asText()).path("type").asText())
        .isEqualTo("image/png");
  }

  @Test
  void a_wrong_content_type_is_a_415() throws Exception {
    Library library = new Library(suite.user("typed"));
    Problems.isProblem(
        library.user().upload(TestPictures.jpeg(85), "a.jpg", "application/json"), UNSUPPORTED);
    PmsClient user = library.user();
    Answer form = user.send(user.request("/api/images")
        .header("Content-Type", "multipart/form-data")
        .POST(BodyPublishers.ofByteArray(TestPictures.jpeg(85))));
    assertThat(form.status()).as("a form without boundary: %s", form).isIn(400, UNSUPPORTED);
    Answer other = user.send(user.request("/api/images")
        .header("Content-Type", "multipart/form-data; boundary=x")
        .POST(BodyPublishers.ofString(
            "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nhello\r\n--x--\r\n")));
    assertThat(other.status()).as("a form without the part: %s", other).isIn(400, UNACCEPTABLE);
    leftNothing(library);
  }

  @Test
  void a_body_beyond_the_limit_is_refused_from_its_length() throws Exception {
    Library library = new Library(suite.user("huge"));
    RawAnswer answer =
        RawRequest.exchange(gateway(), head(library.user(), "Content-Length: 99999999999"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(TOO_LARGE);
    leftNothing(library);
  }

  @Test
  void a_body_that_grows_beyond_the_limit_is_cut_off() throws Exception {
    assumeTrue(suite.isOurs(), "the limit of a suite that runs outside is not known");
    Library library = new Library(suite.user("growing"));
    byte[] bytes = Arrays.copyOf(TestPictures.camera(87), 14 * 1024 * 1024);
    Answer announced = library.user().upload(bytes, "long.jpg", "image/jpeg");
    Problems.isProblem(announced, TOO_LARGE);
    Answer streamed = library
        .user()
        .upload(
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
            "stream.jpg",
            "image/jpeg");
    Problems.isProblem(streamed, TOO_LARGE);
    leftNothing(library);
  }

  @Test
  void a_connection_cut_in_the_middle_leaves_nothing() throws Exception {
    Library library = new Library(suite.user("cut"));
    byte[] bytes = TestPictures.camera(86);
    for (int part : new int[] {10, 70_000, bytes.length / 2, bytes.length - 1}) {
      RawRequest.cut(
          gateway(),
          head(library.user(), "Content-Length: " + bytes.length),
          Arrays.copyOf(bytes, part));
    }
    leftNothing(library);
    assertThat(library.add(bytes, "whole.jpg"))
        .as("and it may come again, whole")
        .isNotBlank();
  }

  @Test
  void hostile_file_names_stay_names() throws Exception {
    Library library = new Library(suite.user("names"));
    String owner = library.user().tokens().subject();
    int seed = 870;
    for (String name : new String[] {
      "../../etc/passwd",
      "..\\..\\boot.ini",
      "a\u0000b.jpg",
      "line\r\nSet-Cookie: x=1.jpg",
      "\u202Egpj.exe",
      "-rf.jpg",
      "CON",
      "x".repeat(4096),
      "<script>alert(1)</script>.jpg"
    }) {
      Answer answer = library.user().upload(TestPictures.jpeg(seed++), name, "image/jpeg");
      assertThat(answer.status()).as("%s: %s", name, answer).isIn(201, 400);
      if (answer.status() == 400) continue;
      String id = answer.json().path("id").asText();
      library.ready(id);
      Answer original = library.user().get("/api/images/" + id + "/original");
      assertThat(original.status()).isEqualTo(200);
      assertThat(original.header("Set-Cookie")).isEmpty();
      assertThat(truth.objects(owner, id))
          .isNotEmpty()
          .allMatch(
              key -> key.matches("(originals|renditions)/" + owner + "/" + id + "(/[\\w./-]+)?"));
    }
  }

  /** Nothing in the bucket, the databases, the list; and it stays so. */
  private void leftNothing(Library library) throws Exception {
    String owner = library.user().tokens().subject();
    await("nothing is left behind")
        .atMost(Library.SOON)
        .during(Duration.ofMillis(500))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> {
          assertThat(truth.objects(owner)).isEmpty();
          assertThat(truth.rows(owner)).allMatch(row -> row.contains("quota"));
        });
    assertThat(library.list()).isEmpty();
  }

  private int gateway() {
    return suite.addresses().gateway().getPort();
  }

  private byte[] head(PmsClient user, String length) throws Exception {
    return ("POST /api/images HTTP/1.1\r\nHost: localhost:" + gateway()
            + "\r\nAuthorization: Bearer " + user.tokens().access()
            + "\r\n"
            + "Content-Type: image/jpeg\r\n"
            + "Content-Disposition: attachment; filename=\"cut.jpg\"\r\n"
            + length + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
