package pms.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.imaging.Imaging;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.sample.PictureFacts;
import pms.e2e.sample.TestPictures;
import pms.e2e.suite.Library;
import pms.e2e.suite.Problems;
import pms.e2e.suite.Suite;
import pms.e2e.suite.Truth;
import pms.e2e.suite.Visitor;

/** What leaves through a link, for people and for programs, and that it ends; L1, L4, L6 and X3 on the whole way. */
class LinkJourneyTest {
  private static final Pattern PREVIEW = Pattern.compile("property=\"og:image\" content=\"([^\"]+)\"");
  private final Suite suite = Suite.get();
  private final Visitor visitor = new Visitor(suite);
  private final String password = "sesame " + UUID.randomUUID().toString().substring(0, 8);
  private final String canary = "canary" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void behind_a_password_people_and_programs_see_pictures_and_nothing_about_them() throws Exception {
    Library owner = new Library(suite.user("linker"));
    String image = owner.addReady(secretive(81), canary + ".jpg");
    JsonNode link = link(owner.user(), album(owner.user(), image), "\"password\":\"" + password + "\"");
    String token = token(link);
    String api = "/api/public/" + token;

    assertThat(visitor.get(api).json().path("needsPassword").asBoolean()).isTrue();
    Answer locked = visitor.get("/s/" + token);
    assertThat(locked.status()).isEqualTo(200);
    assertThat(locked.text()).contains("type=\"password\"", "og:title").doesNotContain(image, "og:image", "<script", "By the lake");
    for (String path : List.of("/items", "/images/" + image, "/images/" + image + "/thumbnails/small", "/images/" + image + "/download", "/zip")) {
      Problems.isProblem(visitor.get(api + path), 403);
    }
    Problems.isProblem(visitor.post(api + "/unlock", "application/json", "{\"password\":\"sesame\"}"), 403);
    String pass = visitor.post(api + "/unlock", "application/json", "{\"password\":\"" + password + "\"}").json().path("pass").asText();
    await().atMost(Library.SOON).until(() -> visitor.get(api + "/items", "Link-Pass", pass).json().path("items").size() == 1);
    JsonNode shown = visitor.get(api + "/items", "Link-Pass", pass).json().path("items").path(0);
    assertThat(shown.path("id").asText()).isEqualTo(image);
    assertThat(shown.toString()).doesNotContain(canary, "48.85", "download");
    for (JsonNode address : shown.path("thumbnails")) {
      tellsNothing(visitor.get(address.asText()));
    }
    Problems.isProblem(visitor.get(api + "/images/" + image + "/download", "Link-Pass", pass), 404);
    Problems.isProblem(visitor.get(api + "/zip", "Link-Pass", pass), 404);
    Problems.isProblem(visitor.get("/api/images/" + image + "/original", "Link-Pass", pass), 401);

    Answer told = visitor.post("/s/" + token, "application/x-www-form-urlencoded", "password=" + password.replace(' ', '+'));
    assertThat(told.status()).isEqualTo(303);
    String cookie = told.header("Set-Cookie").orElseThrow();
    Answer page = visitor.get(told.header("Location").orElseThrow(), "Cookie", cookie.substring(0, cookie.indexOf(';')));
    assertThat(page.text()).contains("By the lake", "<img src=").doesNotContain(canary, "<script");
    for (String secret : List.of(token, password, pass, cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))) {
      assertThat(new Truth(suite).rows(secret)).as("in any database").isEmpty();
    }
  }

  @Test
  void an_open_link_shows_previews_gives_files_without_places_takes_pictures_and_ends_at_once() throws Exception {
    Library owner = new Library(suite.user("host"));
    String image = owner.addReady(secretive(82), canary + ".jpg");
    String album = album(owner.user(), image);
    JsonNode link = link(
        owner.user(), album, "\"allowDownload\":true,\"allowUpload\":true,\"embedOrigins\":[\"https://blog.example\"]");
    String token = token(link);

    await().atMost(Library.SOON).untilAsserted(() -> assertThat(items(token)).hasSize(1));
    Answer page = visitor.get("/s/" + token);
    assertThat(page.text()).contains("og:title", "By the lake", "json+oembed", "<img src=").doesNotContain(canary, "<script");
    Matcher preview = PREVIEW.matcher(page.text());
    assertThat(preview.find()).isTrue();
    tellsNothing(visitor.get(preview.group(1).replace("&amp;", "&")));
    List<byte[]> files = unzipped(visitor.get("/api/public/" + token + "/zip"));
    assertThat(files).hasSize(1);
    tellsNothing(files.getFirst());
    tellsNothing(visitor.get(items(token).path(0).path("download").asText()));

    String guests = "/api/albums/" + album + "/guest-pictures";
    Answer sent = visitor.post(
        "/api/public/" + token + "/images?name=Granny", "image/jpeg", BodyPublishers.ofByteArray(TestPictures.jpeg(83)));
    assertThat(sent.status()).as("%s", sent).isEqualTo(202);
    JsonNode waiting = owner.user().get(guests).json().path("items").path(0);
    assertThat(waiting.path("guest").asText()).isEqualTo("Granny");
    assertThat(items(token)).as("nobody sees it before it is accepted").hasSize(1);
    Answer accepted = owner.user().post(guests + "/" + waiting.path("id").asText() + "/accept");
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(200);
    owner.ready(accepted.json().path("image").asText());
    await().atMost(Library.SOON).untilAsserted(() -> assertThat(items(token)).hasSize(2));
    String thumbnail = items(token).path(1).path("thumbnails").path("small").asText();
    assertThat(visitor.get(thumbnail).status()).isEqualTo(200);

    String about = "/oembed?url=" + PmsClient.encoded(link.path("url").asText()) + "&format=";
    Answer frame = visitor.get("/embed/" + token);
    assertThat(frame.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors https://blog.example");
    assertThat(page.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
    assertThat(visitor.get(about + "json").json().path("html").asText()).contains("<iframe", "/embed/" + token);
    assertThat(visitor.get(about + "xml").text()).startsWith("<?xml").contains("<oembed>", "<type>rich</type>");

    assertThat(owner.user().delete("/api/links/" + link.path("id").asText()).status()).isEqualTo(204);
    String api = "/api/public/" + token;
    for (String path : List.of("/s/" + token, api, api + "/items", thumbnail, api + "/zip", "/embed/" + token, about + "json")) {
      assertThat(visitor.get(path).status()).as(path).isEqualTo(404);
    }
    Problems.isProblem(visitor.post(api + "/images", "image/jpeg", BodyPublishers.ofByteArray(TestPictures.jpeg(84))), 404);
  }

  /** With a place, a camera and words in every way that a file can carry them. */
  private byte[] secretive(int seed) {
    PictureFacts facts = PictureFacts.NONE
        .shotBy(new PictureFacts.Shot("PMS", "Model", "Lens " + canary, 100, "1/250", 2, 50))
        .taken("2024-05-01T12:00:00+02:00")
        .at(new PictureFacts.Spot(48.8584, 2.2945, 35, canary, "France"))
        .saying(canary, canary, canary);
    return TestPictures.renewed(TestPictures.jpeg(seed, facts), canary);
  }

  private void tellsNothing(Answer answer) throws IOException {
    assertThat(answer.status()).as("%s", answer.response().uri()).isEqualTo(200);
    tellsNothing(answer.bytes());
  }

  private void tellsNothing(byte[] picture) throws IOException {
    assertThat(Imaging.getImageInfo(picture).getWidth()).isPositive();
    assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain(canary, "Exif\0", "ns.adobe.com/xap", "Photoshop 3.0");
  }

  private JsonNode items(String token) throws Exception {
    return visitor.get("/api/public/" + token + "/items").json().path("items");
  }

  private static String album(PmsClient owner, String image) throws Exception {
    Answer made = owner.post("/api/albums", "{\"title\":\"By the lake\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    String album = made.json().path("id").asText();
    Answer added = owner.post("/api/albums/" + album + "/items", "{\"ids\":[\"" + image + "\"]}");
    assertThat(added.status()).as("%s", added).isEqualTo(200);
    return album;
  }

  private static JsonNode link(PmsClient owner, String album, String settings) throws Exception {
    Answer made = owner.post("/api/links", "{\"album\":\"" + album + "\"," + settings + "}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return made.json();
  }

  private static String token(JsonNode link) {
    return link.path("url").asText().replaceAll(".*/", "");
  }

  private static List<byte[]> unzipped(Answer zip) throws IOException {
    assertThat(zip.status()).as("%s", zip.response().uri()).isEqualTo(200);
    List<byte[]> files = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.bytes()))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.add(entries.readAllBytes());
      }
    }
    return files;
  }
}
