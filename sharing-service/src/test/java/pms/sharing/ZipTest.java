package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import pms.contracts.ObjectKeys;
import pms.contracts.OriginalFile;
import pms.contracts.OriginalReplaced;
import pms.contracts.Topics;
import pms.platform.test.Tokens;

/** A3, A11, L4: an album as one file gives what its pictures give one by one. */
@QuarkusTest
class ZipTest extends PublicTest {

  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 4, 1, 2};
  private static final int LARGE = 16 << 20;

  @TestHTTPResource URI base;

  @Test
  void a_member_gets_every_original_under_a_name_of_its_own_and_inner_albums_as_folders() throws Exception {
    UUID first = picture();
    UUID second = picture();
    UUID hidden = picture();
    UUID album = albumWith(first, second);
    UUID inner = UUID.fromString(json("alice", Map.of("title", "../In: here", "parent", album)).post("/api/albums").path("id"));
    add("alice", inner, List.of(first));
    albumWith(hidden);
    invite("alice", album, "user:bob", "viewer");
    Response zip = as("bob").get("/api/albums/" + album + "/zip");
    zip.then().statusCode(200).contentType("application/zip").header("Content-Disposition", "attachment; filename=\"Summer in Rome.zip\"");
    Map<String, String> files = unzip(zip.asInputStream());
    assertThat(files).containsOnlyKeys(FILE_NAME, FILE_NAME.replace(".jpg", " (2).jpg"), "__In_ here/" + FILE_NAME);
    assertThat(files.values()).containsOnly(ORIGINAL);
    as("bob").head("/api/albums/" + album + "/zip").then().statusCode(200);
    as("carol").get("/api/albums/" + album + "/zip").then().statusCode(404);
  }

  @Test
  void a_picture_that_is_gone_is_listed_and_the_rest_is_whole() throws Exception {
    UUID gone = picture();
    UUID there = picture();
    UUID album = albumWith(gone, there);
    store.delete(ObjectKeys.original(ALICE, gone));
    Map<String, String> files = unzip(as("alice").get("/api/albums/" + album + "/zip").asInputStream());
    assertThat(files).containsOnlyKeys(FILE_NAME, "Not in this archive.txt");
    assertThat(files.get("Not in this archive.txt")).contains("could not be had: 1", FILE_NAME);
  }

  @Test
  void through_a_link_nothing_is_in_it_that_single_downloads_do_not_give() throws Exception {
    UUID plain = picture();
    UUID photo = picture();
    String hidden = "Exif at 48.8584 SERIAL-4711";
    put(ObjectKeys.original(ALICE, photo), photo(hidden));
    UUID album = albumWith(plain, photo);
    JsonPath closed = link("album", album);
    JsonPath link = link("album", album, "allowDownload", true);
    guest().get(api(token(closed)) + "/zip").then().statusCode(404);
    Map<String, String> files = unzip(guest().get(api(token(link)) + "/zip").then().statusCode(200).extract().asInputStream());
    assertThat(files).containsOnlyKeys("picture.jpg", "picture (2).jpg");
    assertThat(files.get("picture.jpg")).isEqualTo(bytes(plain, "large", 1));
    assertThat(files.toString()).doesNotContain("Exif", "48.85", "SERIAL", "secret", TITLE);
    as("alice").get("/api/links/" + link.getString("id")).then().body("downloads", equalTo(1));
    json("alice", Map.of("showMetadata", true)).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    assertThat(unzip(guest().get(api(token(link)) + "/zip").asInputStream()).toString()).contains(hidden, FILE_NAME);
    assertThat(guest().get("/s/" + token(link)).asString()).contains("href=\"/api/public/" + token(link) + "/zip\"");
    assertThat(guest().get("/s/" + token(closed)).asString()).doesNotContain("zip");
  }

  /** L4: what another file took the place of is its owner's history and nobody else's. */
  @Test
  void of_a_replaced_original_the_new_bytes_leave_once_they_are_shown_and_the_old_ones_never() throws Exception {
    UUID id = picture();
    UUID album = albumWith(id);
    invite("alice", album, "user:bob", "viewer");
    String token = token(link("album", album, "allowDownload", true, "showMetadata", true));
    replace(id, "better.jpg", "other bytes");
    assertThat(guest().get(image(token, id) + "/download").asString()).isEqualTo(bytes(id, "large", 1));
    assertThat(unzip(as("bob").get("/api/albums/" + album + "/zip").asInputStream())).containsExactly(Map.entry("better.jpg", "other bytes"));
    rendered(id, 2, 2);
    await().atMost(Duration.ofSeconds(60)).until(() -> known(id, "version = 2"));
    assertThat(guest().get(image(token, id) + "/download").asString()).isEqualTo("other bytes");
    assertThat(unzip(guest().get(api(token) + "/zip").asInputStream())).containsExactly(Map.entry("better.jpg", "other bytes"));
    rendered(id, 3);
    await().atMost(Duration.ofSeconds(60)).until(() -> known(id, "version = 3"));
    assertThat(guest().get(image(token, id) + "/download").asString()).isEqualTo(bytes(id, "large", 3));
    assertThat(unzip(as("bob").get("/api/albums/" + album + "/zip").asInputStream()))
        .containsExactly(Map.entry("better.jpg", bytes(id, "large", 3)));
    assertThat(unzip(as("alice").get("/api/albums/" + album + "/zip").asInputStream())).containsExactly(Map.entry("better.jpg", "other bytes"));
  }

  private void replace(UUID id, String name, String text) {
    OriginalFile first = new OriginalFile(
        1, FILE_NAME, "image/jpeg", ORIGINAL.length(), "0".repeat(64), ObjectKeys.original(ALICE, id), 40, 30, Instant.now());
    String key = ObjectKeys.replacement(ALICE, id, UUID.randomUUID());
    put(key, text);
    OriginalFile other = new OriginalFile(2, name, "image/jpeg", text.length(), "1".repeat(64), key, 40, 30, Instant.now());
    tell(Topics.IMAGE_UPLOADED, new OriginalReplaced(id, ALICE, 2, 2, List.of(first, other), Instant.now(), Instant.now()));
    await().atMost(Duration.ofSeconds(60)).until(() -> known(id, "original = 2"));
  }

  @Test
  void a_password_guards_the_whole_as_it_guards_each() {
    String token = token(link("album", albumWith(picture()), "allowDownload", true, "password", "open sesame"));
    guest().get(api(token) + "/zip").then().statusCode(403);
  }

  /** A11: who is put out while reading gets nothing that comes after. */
  @Test
  void what_was_revoked_while_it_was_written_ends_there() throws Exception {
    byte[] noise = new byte[LARGE];
    RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
    UUID[] images = {picture(), picture(), picture(), picture(), picture()};
    for (UUID image : images) {
      put(ObjectKeys.original(ALICE, image), noise);
    }
    UUID album = albumWith(images);
    invite("alice", album, "user:bob", "viewer");
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/albums/" + album + "/zip")).header("Authorization", "Bearer " + Tokens.of("bob")).build();
    try (HttpClient http = HttpClient.newHttpClient(); InputStream body = http.send(request, BodyHandlers.ofInputStream()).body()) {
      byte[] begun = body.readNBytes(1_000);
      as("alice").delete(members(album) + "/user:bob").then().statusCode(204);
      Map<String, String> files = unzip(new java.io.SequenceInputStream(new ByteArrayInputStream(begun), body));
      assertThat(files.remove("Not in this archive.txt")).contains("Access ended");
      assertThat(files.keySet()).hasSizeLessThan(images.length);
    }
  }

  private static byte[] photo(String hidden) {
    byte[] words = hidden.getBytes(StandardCharsets.ISO_8859_1);
    var bytes = java.nio.ByteBuffer.allocate(64 + words.length);
    bytes.put(JPEG, 0, 2).putShort((short) 0xffe1).putShort((short) (words.length + 8)).put("Exif\0\0".getBytes()).put(words);
    bytes.putShort((short) 0xffda).putShort((short) 2).put("pixels".getBytes()).putShort((short) 0xffd9);
    return java.util.Arrays.copyOf(bytes.array(), bytes.position());
  }

  private static Map<String, String> unzip(InputStream in) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
