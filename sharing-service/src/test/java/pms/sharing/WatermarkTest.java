package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import pms.contracts.ObjectKeys;

/** L3, L4: what leaves through a link with a watermark carries it, and the original does not leave. */
@QuarkusTest
class WatermarkTest extends PublicTest {

  private static final byte[] PLAIN = jpeg();

  @Test
  void every_rendition_and_the_download_carry_the_text() throws IOException {
    UUID image = plainPicture();
    String token = token(link("album", albumWith(image), "watermark", "© Alice", "allowDownload", true, "showMetadata", true));
    for (String path : bytes(token, image)) {
      Response answer = guest().header("Accept", "image/avif,image/webp,*/*").get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.contentType()).isEqualTo("image/jpeg");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(marks(answer.asByteArray())).as(path).isGreaterThan(100);
    }
    guest().head(image(token, image) + "/download").then().statusCode(200);
    try (var zip = new ZipInputStream(guest().get(api(token) + "/zip").asInputStream())) {
      assertThat(zip.getNextEntry()).isNotNull();
      assertThat(marks(zip.readAllBytes())).isGreaterThan(100);
    }
    String other = token(link("image", image));
    assertThat(PLAIN).startsWith(guest().get(image(other, image) + "/thumbnails/small").asByteArray());
  }

  /** Only JPEGs that we wrote are read here. */
  @Test
  void what_the_text_cannot_be_written_into_does_not_leave() {
    UUID image = picture();
    String token = token(link("image", image, "watermark", "© Alice", "allowDownload", true));
    store.delete(ObjectKeys.rendition(ALICE, image, 1, "large.jpg"));
    assertThat(status(image(token, image) + "/thumbnails/large")).isEqualTo(404);
    assertThat(status(image(token, image) + "/download")).isEqualTo(404);
  }

  /** An address from before would lead to bytes from before. */
  @Test
  void a_new_text_ends_the_addresses_of_pictures_under_the_old_one() {
    UUID image = plainPicture();
    JsonPath link = link("image", image, "password", "open sesame");
    String pass = guest().contentType(ContentType.JSON).body(Map.of("password", "open sesame"))
        .post(api(token(link)) + "/unlock").path("pass");
    String before = guestWith(pass).get(image(token(link), image)).path("thumbnails.small");
    guest().get(before).then().statusCode(200);
    String path = "/api/links/" + link.getString("id");
    json("alice", Map.of("watermark", "© Alice")).patch(path).then().statusCode(200).body("watermark", equalTo("© Alice"));
    guest().get(before).then().statusCode(403);
    guestWith(pass).get(image(token(link), image) + "/thumbnails/small").then().statusCode(200);
    Map<String, Object> none = new HashMap<>();
    none.put("watermark", null);
    json("alice", none).patch(path).then().statusCode(200).body("watermark", nullValue());
    assertThat(PLAIN).startsWith(guestWith(pass).get(image(token(link), image) + "/thumbnails/small").asByteArray());
  }

  @Test
  void a_text_that_cannot_be_drawn_is_refused_by_name() {
    UUID album = albumWith();
    for (Object text : List.of("", "x".repeat(61), "two\nlines", 7)) {
      json("alice", Map.of("album", album, "watermark", text)).post("/api/links").then()
          .statusCode(400).body("errors.field", contains("watermark"));
    }
  }

  /** All ways by which bytes of it leave: by size, as download, by signed address, and as preview of the page. */
  private static List<String> bytes(String token, UUID image) {
    List<String> paths = new ArrayList<>();
    SIZES.forEach(size -> paths.add(image(token, image) + "/thumbnails/" + size));
    paths.add(image(token, image) + "/download");
    JsonPath item = guest().get(api(token) + "/items").jsonPath();
    paths.add(item.getString("items[0].thumbnails.medium"));
    paths.add(item.getString("items[0].download"));
    var preview = Pattern.compile("property=\"og:image\" content=\"https?://[^/]+([^\"]+)\"").matcher(guest().get("/s/" + token).asString());
    assertThat(preview.find()).isTrue();
    paths.add(preview.group(1).replace("&amp;", "&"));
    return paths;
  }

  /** One of Alice's whose renditions are pictures of a single grey. */
  private UUID plainPicture() {
    UUID image = picture();
    SIZES.forEach(size -> put(ObjectKeys.rendition(ALICE, image, 1, size + ".jpg"), PLAIN));
    return image;
  }

  /** Pixels that are not of that grey. */
  private static long marks(byte[] jpeg) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
    long marks = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        marks += Math.abs((picture.getRGB(x, y) & 255) - 128) > 20 ? 1 : 0;
      }
    }
    return marks;
  }

  private static byte[] jpeg() {
    BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 400; x++) {
        picture.setRGB(x, y, 0x808080);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
