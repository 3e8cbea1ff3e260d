package pms.processing.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.processing.ServiceTest;
import pms.processing.render.TestPictures;

/** Files of versions that nobody can read, and without what they tell of people and places. */
@QuarkusTest
class VersionFilesTest extends ServiceTest {

  private static final String TURN = "[{\"op\":\"rotate\",\"degrees\":90}]";

  @Test
  void the_bytes_of_what_nobody_can_read_can_be_had() {
    byte[] unknown = new byte[500];
    UUID id = upload(Ids.next(), unknown);
    told(id);
    assertThat(as("alice").get(image(id) + "/versions/1/file").then().statusCode(200).extract().asByteArray()).isEqualTo(unknown);
    as("alice").get(image(id) + "/versions?compare=1,1").then().statusCode(200).body("difference", hasSize(0));
    as("alice").get(image(id) + "/versions/1/file?format=jpeg").then().statusCode(422).body("detail", containsString("Unsupported format"));
    as("alice").get(image(id) + "/versions/1/file?format=gif").then().statusCode(400).body("errors[0].field", equalTo("format"));
  }

  /** L4. */
  @Test
  void a_version_that_is_a_bare_original_comes_stripped_like_that() {
    UUID id = ready(TestPictures.withXmp(PICTURE, "<x:xmpmeta xmlns:x='adobe:ns:meta/'>Canary of a secret place</x:xmpmeta>"));
    edit("alice", id, TURN).then().statusCode(201);
    String file = image(id) + "/versions/1/file";
    assertThat(latin(as("alice").get(file))).contains("Canary");
    Response stripped = as("alice").get(file + "?strip=all&download");
    stripped.then().header("ETag", equalTo("\"" + "ab".repeat(32) + "-all\"")).header("Content-Disposition", containsString("attachment; "));
    assertThat(latin(stripped)).doesNotContain("Canary");
    assertThat(latin(as("alice").get(image(id) + "/versions/2/file?strip=gps"))).doesNotContain("Canary");
    as("alice").get(file + "?strip=names").then().statusCode(400).body("errors[0].field", equalTo("strip"));
  }

  /** What is advised leads to a file without a place. */
  @Test
  void what_cannot_be_stripped_can_be_had_as_another_format() {
    UUID id = ready(withLastDigit('a'), TestPictures.gif(TestPictures.scene(60, 40)));
    edit("alice", id, TURN).then().statusCode(201);
    advised("alice", id, "/versions/1/file");
    as("alice").post(image(id) + "/versions/1/revert").then().statusCode(201);
    // Who may download, but not see the history, has the current version only.
    advised("bob", id, "/versions/3/file");
    as("bob").get(image(id) + "/versions/3/file?strip=gps").then().statusCode(415).body("detail", containsString("/versions/3/file?format=jpeg"));
  }

  private static void advised(String user, UUID id, String path) {
    as(user).get(original(id) + "?strip=gps").then().statusCode(415).body("detail", containsString(path + "?format=jpeg"));
    assertThat(size(as(user).get(image(id) + path + "?format=jpeg"))).isEqualTo("60x40");
  }

  private static String latin(Response response) {
    return new String(response.then().statusCode(200).extract().asByteArray(), StandardCharsets.ISO_8859_1);
  }
}
