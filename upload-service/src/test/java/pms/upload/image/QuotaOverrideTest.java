package pms.upload.image;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.platform.test.PmsPlatform;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** Operators set single owners' quotas. */
@QuarkusTest
@TestProfile(SmallLimits.class)
@QuarkusTestResource(value = PmsPlatform.class, initArgs = @ResourceArg(name = "databases", value = "upload"))
class QuotaOverrideTest {

  private final Api alice = Api.ofNewUser();
  private final TestUser operator = TestUsers.createAdmin();

  @Test
  void what_an_operator_set_counts_until_it_is_taken_back() {
    byte[] picture = Pictures.jpeg();
    alice.upload(picture).statusCode(201);
    put(operator, "{\"bytes\":" + picture.length + "}").statusCode(200)
        .body("owner", equalTo(alice.owner())).body("bytes", equalTo(picture.length)).body("used", equalTo(picture.length))
        .body("images", equalTo(1)).body("setBy", equalTo(operator.id()));
    alice.me().body("quota.allowed", equalTo(picture.length));
    alice.upload(Pictures.jpeg()).statusCode(507).body("type", equalTo("urn:pms:problem:quota-exceeded"));
    put(operator, "{\"bytes\":0}").statusCode(200);
    alice.upload(Pictures.jpeg()).statusCode(507);
    as(operator).delete(path()).then().statusCode(204);
    as(operator).delete(path()).then().statusCode(204);
    as(operator).get(path()).then().statusCode(200).body("bytes", nullValue());
    alice.me().body("quota.allowed", equalTo(SmallLimits.QUOTA));
    alice.upload(Pictures.jpeg()).statusCode(201);
  }

  @Test
  void more_than_the_default_may_be_allowed() {
    put(operator, "{\"bytes\":999999999999999999}").statusCode(200);
    alice.me().body("quota.allowed", equalTo(999999999999999999L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"bytes\":null}", "{\"bytes\":-1}", "{\"bytes\":1.5}", "{\"bytes\":1e400}", "{\"bytes\":\"x\"}", "{\"bytes\":[1]}"})
  void what_is_no_number_of_bytes_is_named(String body) {
    put(operator, body).statusCode(400).body("errors[0].field", equalTo("bytes"));
    alice.me().body("quota.allowed", equalTo(SmallLimits.QUOTA));
  }

  @Test
  void nothing_else_can_be_set() { // A5
    put(operator, "{\"bytes\":1,\"used\":0}").statusCode(400).body("errors[0].field", equalTo("used"));
    put(operator, "null").statusCode(400);
    put(operator, "").statusCode(400);
  }

  @Test
  void nobody_but_operators_may() { // A1
    put(alice.user(), "{\"bytes\":1}").statusCode(403);
    as(alice.user()).get(path()).then().statusCode(403);
    as(alice.user()).delete(path()).then().statusCode(403);
    given().contentType("application/json").body("{\"bytes\":1}").put(path()).then().statusCode(401);
    given().get(path()).then().statusCode(401);
    given().delete(path()).then().statusCode(401);
    alice.me().body("quota.allowed", equalTo(SmallLimits.QUOTA));
  }

  private ValidatableResponse put(TestUser user, String body) {
    return as(user).contentType("application/json").body(body).put(path()).then();
  }

  private String path() {
    return "/api/admin/upload/quotas/" + alice.owner();
  }

  private static RequestSpecification as(TestUser user) {
    return given().auth().oauth2(user.token());
  }
}
