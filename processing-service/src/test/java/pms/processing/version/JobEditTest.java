package pms.processing.version;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.contracts.Ids;
import pms.kit.internal.InternalCalls;
import pms.processing.ServiceTest;
import pms.processing.render.TestPictures;

/** One recipe for many pictures, by a job of metadata-service. */
@QuarkusTest
class JobEditTest extends ServiceTest {

  private static final byte[] SMALL = TestPictures.jpeg(TestPictures.scene(300, 200));

  @Inject InternalCalls calls;

  /** C3: a job that died before it wrote down the answer asks again. */
  @Test
  void a_job_that_is_told_twice_makes_one_version() {
    UUID id = ready(SMALL);
    UUID nobodys = Ids.next();
    String body = body(alice, Ids.next(), "\"" + id + "\",\"" + nobodys + "\"");
    for (int again = 0; again < 2; again++) {
      post("bulk edits", "", body).statusCode(200).body("edited", equalTo(1)).body("items[0].version", equalTo(2))
          .body("items[1].problem.status", equalTo(404));
    }
    as("alice").get(image(id) + "/versions").then().body("items", hasSize(2)).body("items[0].authorName", equalTo("alice"))
        .body("items[0].note", equalTo("by a job"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "{\"operations\":[{\"op\":\"spin\"}]}                          | operations[0].op",
    "{\"operations\":[{\"op\":\"flip\",\"axis\":\"diagonal\"}]}    | operations[0].axis",
    "{\"operations\":{}}                                           | operations",
    "{\"operations\":[],\"note\":7}                                | note"
  })
  void what_can_be_done_to_no_picture_is_refused_before_there_is_a_job(String body, String field) {
    post("check of edits", "/check", body).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void what_grows_beyond_all_bounds_is_refused() {
    String turns = "{\"op\":\"rotate\",\"degrees\":45},".repeat(23);
    post("check of edits", "/check", "{\"operations\":[" + turns.substring(0, turns.length() - 1) + "]}")
        .statusCode(400).body("errors[0].field", matchesPattern("operations\\[2\\d]\\.op"));
  }

  @Test
  void what_its_size_decides_is_left_to_each_picture() {
    post("check of edits", "/check",
        "{\"operations\":[{\"op\":\"rotate\",\"degrees\":13},{\"op\":\"crop\",\"x\":9000,\"y\":0,\"width\":5,\"height\":5},"
            + "{\"op\":\"resize\",\"width\":100},{\"op\":\"adjust\",\"contrast\":5}]}").statusCode(204);
  }

  /** A9: the seal alone opens it. */
  @Test
  void nobody_but_our_services_may() {
    String body = body(alice, Ids.next(), "\"" + Ids.next() + "\"");
    as("alice").contentType("application/json").body(body).post("/internal/edits").then().statusCode(401);
    as("alice").contentType("application/json").body(body).header(InternalCalls.HEADER, seal("check of edits", body))
        .post("/internal/edits").then().statusCode(401);
    given().contentType("application/json").body("{}").post("/internal/edits/check").then().statusCode(401);
  }

  private static String body(String owner, UUID job, String ids) {
    return "{\"owner\":\"" + owner + "\",\"ownerName\":\"alice\",\"job\":\"" + job + "\",\"ids\":[" + ids
        + "],\"operations\":[{\"op\":\"flip\",\"axis\":\"horizontal\"}],\"note\":\"by a job\"}";
  }

  private ValidatableResponse post(String call, String path, String body) {
    return given().header(InternalCalls.HEADER, seal(call, body)).contentType("application/json").body(body).post("/internal/edits" + path).then();
  }

  private String seal(String call, String body) {
    return calls.seal(call, body.getBytes(StandardCharsets.UTF_8));
  }
}
