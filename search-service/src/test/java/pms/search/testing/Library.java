package pms.search.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.contracts.Ids;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;
import pms.search.testing.Events.Facts;

/** The pictures of somebody who has no others, and what searching them gives. */
public final class Library {

  private final TestUser user;
  private final EventLog log;

  /** @param groups that the owner is in */
  public Library(EventLog log, String... groups) {
    this.user = TestUsers.create(groups);
    this.log = log;
  }

  /** As albums and grants name the owner. */
  public String subject() {
    return "user:" + user.id();
  }

  public String owner() {
    return user.id();
  }

  /** A new image of theirs that nobody has heard of yet. */
  public Events image() {
    return new Events(Ids.next(), user.id());
  }

  /** A picture that is uploaded, described and rendered. */
  public Events picture(String fileName, Facts facts) {
    Events image = image();
    log.tell(image.uploaded(fileName), image.described(facts), image.rendered());
    return image;
  }

  /** The answer of a path, with parameters as name, value … */
  public ValidatableResponse get(String path, Object... parameters) {
    Map<String, Object> all = new HashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      all.put((String) parameters[i], parameters[i + 1]);
    }
    return given().auth().oauth2(user.token()).queryParams(all).get(path).then();
  }

  /** The answer to a query, with further parameters as name, value … */
  public ValidatableResponse ask(String q, Object... parameters) {
    Object[] all = new Object[parameters.length + 2];
    all[0] = "q";
    all[1] = q;
    System.arraycopy(parameters, 0, all, 2, parameters.length);
    return get("/api/search", all);
  }

  public JsonPath search(String q, Object... parameters) {
    return ask(q, parameters).statusCode(200).extract().jsonPath();
  }

  /** File names of the hits, as they are now. */
  public List<String> names(String q, Object... parameters) {
    return search(q, parameters).getList("items.fileName");
  }

  public long total(String q) {
    return search(q).getLong("total");
  }

  public void waitFor(long total) {
    waitFor("", total);
  }

  public void waitFor(String q, long total) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50)).until(() -> total(q) == total);
  }

  public boolean has(UUID id) {
    return search("", "limit", 200).getList("items.id").contains(id.toString());
  }
}
