package pms.processing.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Ids;
import pms.contracts.ThumbnailsReady;
import pms.processing.ServiceTest;
import pms.processing.render.TestPictures;

/** One recipe for many pictures. */
@QuarkusTest
class BulkEditTest extends ServiceTest {

  private static final byte[] SMALL = TestPictures.jpeg(TestPictures.scene(300, 200));
  private static final byte[] TINY = TestPictures.jpeg(TestPictures.scene(30, 20));

  @Test
  void each_picture_has_its_version_or_its_reason() {
    UUID one = ready(SMALL);
    UUID tiny = ready(TINY);
    UUID broken = upload(Ids.next(), new byte[500]);
    told(broken);
    UUID nobodys = Ids.next();
    Response all = edit("alice", List.of(one, tiny, broken, nobodys, one), "[{\"op\":\"crop\",\"x\":100,\"y\":0,\"width\":50,\"height\":50}]");
    all.then().statusCode(200).body("edited", equalTo(1)).body("failed", equalTo(3)).body("items", hasSize(4))
        .body("items.id", equalTo(List.of(one.toString(), tiny.toString(), broken.toString(), nobodys.toString())))
        .body("items[0].version", equalTo(2)).body("items[0].problem", nullValue())
        .body("items[1].problem.errors[0].field", equalTo("operations[0].x")).body("items[2].problem.status", equalTo(422))
        .body("items[3].problem.type", equalTo("urn:pms:problem:not-found"));
    assertThat(told(one, 2)).isInstanceOf(ThumbnailsReady.class);
    as("alice").get(image(one) + "/versions").then().body("items", hasSize(2)).body("items[0].note", equalTo("all alike"));
    as("alice").get(image(tiny) + "/versions").then().body("items", hasSize(1));
  }

  /** A4: somebody else's picture is not found, whatever the rights are; nothing of it changes. */
  @Test
  void others_pictures_are_not_there() {
    UUID id = ready(withLastDigit('c'), SMALL);
    edit("bob", List.of(id), "[]").then().statusCode(200).body("edited", equalTo(0)).body("items[0].problem.status", equalTo(404));
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(1));
    given().contentType("application/json").body("{}").post("/api/images/edits").then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"operations\":[]}                                | ids",
    "{\"ids\":[],\"operations\":[]}                     | ids",
    "{\"ids\":[\"x\"],\"operations\":[]}                | ids[0]",
    "{\"ids\":[5],\"operations\":[]}                    | ids[0]",
    "{\"ids\":[\"00000000-0000-0000-0000-000000000000\"]} | operations",
    "{\"ids\":[\"00000000-0000-0000-0000-000000000000\"],\"operations\":[],\"owner\":\"x\"} | owner"
  })
  void what_cannot_be_is_refused_by_its_name(String body, String field) {
    as("alice").contentType("application/json").body(body).post("/api/images/edits").then().statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void a_thousand_at_a_time() {
    List<UUID> most = Collections.nCopies(1001, Ids.next());
    edit("alice", most, "[]").then().statusCode(400).body("errors[0].field", equalTo("ids"));
    edit("alice", most.subList(0, 1000), "[]").then().statusCode(200).body("failed", equalTo(1));
  }

  private static Response edit(String user, List<UUID> ids, String operations) {
    String list = ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    return as(user).contentType("application/json")
        .body("{\"ids\":[" + list + "],\"operations\":" + operations + ",\"note\":\"all alike\"}").post("/api/images/edits");
  }
}
