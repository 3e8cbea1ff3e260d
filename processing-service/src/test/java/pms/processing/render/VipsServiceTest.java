package pms.processing.render;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Ids;
import pms.contracts.ThumbnailsReady;
import pms.processing.ServiceTest;

/** The whole service with libvips in its workers: the one that it chooses of those that are here. */
@QuarkusTest
@TestProfile(VipsServiceTest.WithLibrary.class)
class VipsServiceTest extends ServiceTest {

  public static class WithLibrary implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> config = new HashMap<>(Map.of("pms.processing.libvips", "best"));
      TestLibrary.file().ifPresent(path -> config.put("pms.processing.libvips-fetched", path.toAbsolutePath().toString()));
      return config;
    }
  }

  @BeforeEach
  void only_with_a_library() {
    assumeTrue(engine("engine").equals("libvips"), "skipped: no libvips is here (./pms fetch brings it)");
  }

  @Test
  void an_upload_becomes_three_sizes_in_two_formats() {
    UUID id = upload(Ids.next(), PICTURE);
    ThumbnailsReady ready = (ThumbnailsReady) told(id);
    assertThat(ready.renditions())
        .extracting(r -> r.size() + " " + r.width() + "x" + r.height() + " " + r.format())
        .containsExactlyInAnyOrder(
            "large 1440x1536 image/webp", "large 1440x1536 image/jpeg", "medium 720x768 image/webp",
            "medium 720x768 image/jpeg", "small 250x267 image/webp", "small 250x267 image/jpeg");
    assertThat(ready.perceptualHash()).matches("[0-9a-f]{16}");
  }

  @ParameterizedTest
  @CsvSource({"image/webp,image/webp", "image/jpeg,image/jpeg"})
  void who_asks_decides_the_format(String accept, String type) {
    UUID id = ready(PICTURE);
    as("alice").header("Accept", accept).get(thumbnail(id, "small")).then().statusCode(200).contentType(type);
    as("alice").header("Accept", accept).get(image(id) + "/render?w=60").then().statusCode(200).contentType(type);
  }

  @Test
  void health_tells_the_engine_and_its_guards() {
    given().get("/q/health/ready").then().statusCode(200)
        .body("checks.find { it.name == 'pixel engine' }.data.engine", equalTo("libvips"))
        .body("checks.find { it.name == 'pixel engine' }.data.guards", containsString("own process"));
  }

  /** As phones upload it, where the machine's own library reads it. */
  @Test
  void a_heic_is_shown_and_can_be_edited(@TempDir Path folder) {
    assumeTrue(engine("reads").contains("HEIC"), "skipped: no libvips that reads HEIC is on this machine (Debian's package libvips42)");
    byte[] heic = HeicFiles.of(TestPictures.scene(640, 480), folder).orElse(null);
    assumeTrue(heic != null, "skipped: no heif-enc makes the picture (Debian's package libheif-examples has it)");
    UUID id = ready(heic);
    BufferedImage small = picture(as("alice").header("Accept", "image/jpeg").get(thumbnail(id, "small")));
    assertThat(small.getWidth() + "x" + small.getHeight()).isEqualTo("333x250");
    assertThat(RenderTest.difference(small.getRGB(20, 20), Color.RED.getRGB())).isLessThan(24);
    edit("alice", id, "[{\"op\":\"rotate\",\"degrees\":90}]").then().statusCode(201);
    told(id, 2);
    BufferedImage turned = picture(as("alice").header("Accept", "image/jpeg").get(thumbnail(id, "small")));
    assertThat(RenderTest.difference(turned.getRGB(230, 20), Color.RED.getRGB())).isLessThan(24);
    as("alice").get(original(id)).then().statusCode(200);
  }

  private static String engine(String what) {
    return given().get("/q/health/ready").path("checks.find { it.name == 'pixel engine' }.data." + what);
  }
}
