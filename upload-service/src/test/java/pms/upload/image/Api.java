package pms.upload.image;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/** The service as one user sees it. */
public record Api(TestUser user) {

  public static Api ofNewUser() {
    return new Api(TestUsers.create());
  }

  public String owner() {
    return user.id();
  }

  public RequestSpecification request() {
    return given().auth().oauth2(user.token());
  }

  public ValidatableResponse upload(byte[] picture) {
    return request().contentType("image/jpeg").body(picture).post("/api/images").then();
  }

  ValidatableResponse upload(byte[] body, Map<String, String> headers) {
    return request().headers(headers).body(body).post("/api/images").then();
  }

  /** Uploads a new picture and gives its id. */
  String uploaded() {
    return upload(Pictures.jpeg()).statusCode(201).extract().path("id");
  }

  ValidatableResponse trash(String id) {
    return request().delete("/api/images/{id}", id).then();
  }

  ValidatableResponse purge(String id) {
    return request().delete("/api/images/{id}?purge=true", id).then();
  }

  ValidatableResponse restore(String id) {
    return request().post("/api/images/{id}/restore", id).then();
  }

  public ValidatableResponse receipt(String id) {
    return request().get("/internal/images/{id}", id).then();
  }

  ValidatableResponse check(String... sha256) {
    return request().contentType("application/json").body(Map.of("sha256", sha256)).post("/api/images/check").then();
  }

  public ValidatableResponse me() {
    return request().get("/api/me").then().statusCode(200);
  }

  long used() {
    return me().extract().jsonPath().getLong("quota.used");
  }

  public static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  static String digestHeader(byte[] bytes) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest(bytes)) + ":";
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
