package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;

/** The whole way of one picture. */
class UploadJourneyTest {
  private static final PictureFacts EIFFEL = PictureFacts.NONE
      .shotBy(new PictureFacts.Shot("FUJIFILM", "X100V", "23mmF2", 640, "1/125", 4, 23))
      .taken("2021-07-14T22:31:05+02:00")
      .at(new PictureFacts.Spot(48.8584, 2.2945, 35, "Paris", "France"))
      .saying(
          "Fireworks at the tower", "Quatorze juillet, seen from the Trocadéro", "fireworks", "été")
      .turned(6);
  private static final PictureFacts HARBOUR = PictureFacts.NONE
      .shotBy(new PictureFacts.Shot(
          "Apple", "iPhone 14 Pro", "iPhone 14 Pro back camera", 50, "1/1000", 1.8, 6.9))
      .taken("2023-02-03T09:15:00+01:00")
      .at(new PictureFacts.Spot(53.5413, 9.9841, 8, "Hamburg", "Germany"))
      .saying("Harbour in the morning", "Cranes and gulls", "harbour");

  private final Suite suite = Suite.get();

  @Test
  void a_picture_is_found_by_camera_date_place_and_word() throws Exception {
    PmsClient user = suite.user("finder");
    Library library = new Library(user);
    String paris = library.add(TestPictures.jpeg(1, EIFFEL), "DSCF0001.jpg");
    String hamburg = library.add(TestPictures.jpeg(2, HARBOUR), "IMG_0002.jpg");
    library.ready(paris);
    library.ready(hamburg);

    library.finds("camera:X100V", paris);
    library.finds("camera:\"iPhone 14 Pro\"", hamburg);
    library.finds("taken:2021-07", paris);
    library.finds("taken:2021..2023", paris, hamburg);
    library.finds("near:48.85,2.35,10km", paris);
    library.finds("near:53.55,10.0,10km", hamburg);
    library.finds("fireworks", paris);
    library.finds("FIREWORKS trocadero", paris);
    library.finds("\"morning\"", hamburg);
    library.finds("tag:ete", paris);
    library.finds("iso:>=600", paris);
    library.finds("f:<2.8 -fireworks", hamburg);
    library.finds("fireworks OR harbour", paris, hamburg);
    library.finds("nowhere-to-be-found");
    assertThat(library.list()).as("newest capture first").containsExactly(hamburg, paris);
  }

  @Test
  void its_view_says_what_the_camera_wrote() throws Exception {
    byte[] bytes = TestPictures.jpeg(3, EIFFEL);
    Library library = new Library(suite.user("viewer"));
    JsonNode image = library.ready(library.add(bytes, "Tour Eiffel – été.jpg"));

    assertThat(image.path("owner").asText()).isEqualTo(library.user().tokens().subject());
    assertThat(image.path("fileName").asText()).isEqualTo("Tour Eiffel – été.jpg");
    assertThat(image.path("type").asText()).isEqualTo("image/jpeg");
    assertThat(image.path("bytes").asLong()).isEqualTo(bytes.length);
    assertThat(image.path("sha256").asText()).isEqualTo(sha256(bytes));
    assertThat(image.path("width").asInt()).as("upright width").isEqualTo(240);
    assertThat(image.path("height").asInt()).as("upright height").isEqualTo(320);
    assertThat(image.path("takenAt").path("local").asText()).isEqualTo("2021-07-14T22:31:05");
    assertThat(image.path("takenAt").path("offset").asText()).isEqualTo("+02:00");
    assertThat(image.path("takenAt").path("instant").asText()).isEqualTo("2021-07-14T20:31:05Z");
    assertThat(image.path("camera").path("model").asText()).isEqualTo("X100V");
    assertThat(image.path("camera").path("lens").asText()).isEqualTo("23mmF2");
    assertThat(image.path("exposure").path("iso").asInt()).isEqualTo(640);
    assertThat(image.path("exposure").path("time").asDouble()).isCloseTo(1.0 / 125, within(1e-6));
    assertThat(image.path("exposure").path("aperture").asDouble()).isEqualTo(4);
    assertThat(image.path("exposure").path("focalLength").asDouble()).isEqualTo(23);
    assertThat(image.path("location").path("latitude").asDouble()).isCloseTo(48.8584, within(1e-4));
    assertThat(image.path("location").path("longitude").asDouble()).isCloseTo(2.2945, within(1e-4));
    assertThat(image.path("title").asText()).isEqualTo("Fireworks at the tower");
    assertThat(image.path("tags")).extracting(JsonNode::asText).contains("fireworks", "été");
    assertThat(image.path("thumbhash").asText()).isNotBlank();
    assertThat(library
            .user()
            .get("/api/images/" + image.path("id").asText() + "/metadata")
            .status())
        .isEqualTo(200);
  }

  @Test
  void a_form_and_raw_bytes_do_the_same() throws Exception {
    PmsClient user = suite.user("former");
    Answer raw = user.upload(TestPictures.png(4), "raw.png", "image/png");
    Answer form = user.uploadForm(TestPictures.jpeg(5), "form.jpg", "image/jpeg");
    for (Answer answer : new Answer[] {raw, form}) {
      assertThat(answer.status()).as("%s", answer).isEqualTo(201);
      String id = answer.json().path("id").asText();
      assertThat(answer.header("Location"))
          .hasValueSatisfying(location -> assertThat(location).endsWith("/api/images/" + id));
      new Library(user).ready(id);
    }
    assertThat(user.get("/api/images/" + form.json().path("id").asText())
            .json()
            .path("fileName")
            .asText())
        .isEqualTo("form.jpg");
  }

  @Test
  void the_same_bytes_again_are_the_same_picture() throws Exception {
    byte[] bytes = TestPictures.jpeg(6);
    Library library = new Library(suite.user("twice"));
    String id = library.add(bytes, "first.jpg");
    Answer again = library.user().upload(bytes, "second.jpg", "image/jpeg");
    assertThat(again.status()).as("%s", again).isEqualTo(200);
    assertThat(again.json().path("id").asText()).isEqualTo(id);
    assertThat(again.json().path("duplicate").asBoolean()).isTrue();
    assertThat(new Library(suite.user("other")).add(bytes, "mine.jpg"))
        .as("another owner's picture is another")
        .isNotEqualTo(id);
    Answer check = library
        .user()
        .post(
            "/api/images/check",
            "{\"sha256\":[\"" + sha256(bytes) + "\",\"" + "0".repeat(64) + "\"]}");
    assertThat(check.status()).as("%s", check).isEqualTo(200);
    assertThat(check.text()).contains(id);
    assertThat(library.list()).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "medium", "large"})
  void thumbnails_are_upright_and_cached(String size) throws Exception {
    Library library = new Library(suite.user("thumbs"));
    String id = library.addReady(TestPictures.jpeg(7, EIFFEL), "turned.jpg");
    String path = "/api/images/" + id + "/thumbnails/" + size;

    Answer thumbnail = library.user().get(path, "Accept", "image/jpeg");
    assertThat(thumbnail.status()).as("%s", thumbnail).isEqualTo(200);
    var pixels = ImageIO.read(new ByteArrayInputStream(thumbnail.bytes()));
    assertThat(pixels.getHeight()).as("portrait").isGreaterThan(pixels.getWidth());
    assertThat(thumbnail.header("Cache-Control"))
        .hasValueSatisfying(
            value -> assertThat(value).contains("private").doesNotContain("public"));

    String etag = thumbnail.header("ETag").orElseThrow();
    assertThat(library
            .user()
            .get(path, "Accept", "image/jpeg", "If-None-Match", etag)
            .status())
        .isEqualTo(304);
    assertThat(library.user().get("/api/images/" + id + "/thumbnails/huge").status())
        .isIn(400, 404);
  }

  @Test
  void the_original_comes_back_byte_for_byte_whole_or_in_parts() throws Exception {
    byte[] bytes = TestPictures.jpeg(8, HARBOUR);
    Library library = new Library(suite.user("original"));
    String path = "/api/images/" + library.addReady(bytes, "back.jpg") + "/original";

    Answer whole = library.user().get(path);
    assertThat(whole.status()).as("%s", whole.status()).isEqualTo(200);
    assertThat(whole.bytes()).isEqualTo(bytes);
    assertThat(whole.header("Content-Type")).hasValue("image/jpeg");
    assertThat(whole.header("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(whole.header("Accept-Ranges")).hasValue("bytes");

    Answer part = library.user().get(path, "Range", "bytes=100-299");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 100, 300));
    assertThat(part.header("Content-Range")).hasValue("bytes 100-299/" + bytes.length);
    Answer tail = library.user().get(path, "Range", "bytes=-50");
    assertThat(tail.bytes()).isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 50, bytes.length));
    assertThat(library.user().get(path, "Range", "bytes=" + bytes.length + "-").status())
        .isEqualTo(416);
    assertThat(library
            .user()
            .get(path, "If-None-Match", whole.header("ETag").orElseThrow())
            .status())
        .isEqualTo(304);
  }

  @Test
  void a_query_that_makes_no_sense_is_answered_with_where() throws Exception {
    PmsClient user = suite.user("asker");
    Problems.isProblem(user.search("(harbour"), 400);
    Problems.isProblem(user.search("nosuchfield:1"), 400);
    Problems.isProblem(user.search("near:north,south"), 400);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
