package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pms.platform.test.TestUser;
import pms.platform.test.TestUsers;

/**
 * X5: unknown links, unknown users and wrong passwords give themselves away neither by status and body nor by time. Times are
 * taken in turns, so that whatever else the machine does slows all alike; their medians are printed, and may differ by a factor
 * that no noise reaches and a hash that is not computed (tens of milliseconds against less than one) does.
 */
@QuarkusTest
class IndistinguishableTest extends PublicTest {

  private static final int ROUNDS = 9;
  private static final double NOISE = 5;

  @Test
  void a_link_that_never_was_is_like_one_that_is_over_whatever_it_is_asked() {
    JsonPath revoked = link("album", albumWith(), "password", "open sesame");
    JsonPath used = link("album", albumWith(), "viewLimit", 1);
    as("alice").delete("/api/links/" + revoked.getString("id")).then().statusCode(204);
    guest().get(api(token(used))).then().statusCode(200);
    String never = token(revoked).substring(0, 31) + (token(revoked).endsWith("A") ? "B" : "A");
    List<String> tokens = List.of(never, token(revoked), token(used), "wedding-" + never, "x", "wedding");
    for (String path : List.of("/s/%s", "/api/public/%s", "/api/public/%s/items", "/api/public/%s/zip", "/embed/%s", "/embed/%s.js")) {
      assertThat(tokens.stream().map(token -> told(guest().get(path.formatted(token)), token)).distinct()).as(path).hasSize(1);
    }
    assertThat(tokens.stream().map(token -> told(unlock(token, "open sesame"), token)).distinct()).hasSize(1);
    assertThat(told(unlock(never, "x"), never)).startsWith("404 ");
  }

  /** Each password is asked for at links of its own, since each link bears twenty wrong ones. */
  @Test
  void a_wrong_password_takes_as_long_as_the_right_one_however_near_it_comes() {
    String right = "open sesame and the whole of Arabia";
    Map<String, String> passwords = new LinkedHashMap<>();
    passwords.put("right", right);
    passwords.put("one letter off", right.substring(0, right.length() - 1) + "x");
    passwords.put("nothing alike", "z");
    passwords.put("longest", "z".repeat(200));
    Map<String, String> tokens = new LinkedHashMap<>();
    passwords.keySet().forEach(name -> tokens.put(name, token(link("album", albumWith(), "password", right))));
    Map<String, Supplier<Response>> tries = new LinkedHashMap<>();
    passwords.forEach((name, password) -> tries.put(name, () -> unlock(tokens.get(name), password)));
    Map<String, Double> medians = medians("password", tries);
    assertThat(spread(medians)).as("%s", medians).isLessThan(NOISE);
    assertThat(unlock(tokens.get("right"), right).statusCode()).isEqualTo(200);
    for (String name : List.of("one letter off", "nothing alike", "longest")) {
      assertThat(told(unlock(tokens.get(name), passwords.get(name)), tokens.get(name)))
          .isEqualTo(told(unlock(tokens.get("right"), "wrong"), tokens.get("right")))
          .startsWith("403 ");
    }
  }

  @Test
  void who_is_invited_or_given_a_picture_may_exist_or_not() {
    UUID album = album("alice", "guesses");
    UUID image = images(1).getFirst();
    TestUser known = TestUsers.create();
    as(known).get("/api/albums").then().statusCode(200);
    for (String path : List.of(members(album), "/api/images/" + image + "/grants")) {
      Map<String, Supplier<Response>> invitations = new LinkedHashMap<>();
      invitations.put("known", () -> invited(path, known.name()));
      invitations.put("unknown", () -> invited(path, "nobody-" + known.name()));
      invitations.put("known address", () -> invited(path, known.name() + "@pms.example"));
      invitations.put("unknown address", () -> invited(path, "nobody-" + known.name() + "@pms.example"));
      // Login names and what people are called are known to all in a realm; which address is whose is told to nobody.
      Map<String, String> shapes = new LinkedHashMap<>();
      invitations.forEach((who, invite) -> shapes.put(who, shape(invite.get())));
      assertThat(shapes.get("known address")).startsWith("201 ").isEqualTo(shapes.get("unknown address")).isEqualTo(shapes.get("unknown"));
      assertThat(shapes.get("known").replace("name, ", "")).isEqualTo(shapes.get("unknown"));
      Map<String, Double> medians = medians("invitation to " + path.replaceAll("/[0-9a-f-]{36}", ""), invitations);
      assertThat(spread(medians)).as("%s", medians).isLessThan(NOISE);
    }
  }

  private static String shape(Response answer) {
    return answer.statusCode() + " " + new TreeSet<>(answer.jsonPath().<String, Object>getMap("").keySet());
  }

  private static Response invited(String path, String who) {
    String what = path.endsWith("grants") ? "right" : "role";
    String value = path.endsWith("grants") ? "view" : "viewer";
    return json("alice", Map.of("subject", "user:" + who, what, value)).post(path);
  }

  private static Response unlock(String token, String password) {
    return guest().contentType(ContentType.JSON).body(Map.of("password", password)).post(api(token) + "/unlock");
  }

  /** Status and body without what names the request. */
  private static String told(Response answer, String token) {
    String body = answer.asString().replaceAll("\"trace[^,}]*", "").replaceAll("nonce(=\"|-)[A-Za-z0-9_-]+", "nonce");
    return answer.statusCode() + " " + body.replaceAll("\"instance[^,}]*", "").replace("/" + token, "/TOKEN");
  }

  /** In milliseconds; the first round of all is for warming up. */
  private static Map<String, Double> medians(String what, Map<String, Supplier<Response>> ways) {
    Map<String, long[]> took = new LinkedHashMap<>();
    ways.keySet().forEach(way -> took.put(way, new long[ROUNDS]));
    for (int round = -1; round < ROUNDS; round++) {
      int row = round;
      ways.forEach((way, ask) -> {
        long start = System.nanoTime();
        ask.get();
        if (row >= 0) {
          took.get(way)[row] = System.nanoTime() - start;
        }
      });
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    took.forEach((way, times) -> {
      Arrays.sort(times);
      medians.put(way, times[ROUNDS / 2] / 1e6);
    });
    medians.forEach((way, median) -> System.out.printf("X5 %s, %s: %.1f ms (median of %d)%n", what, way, median, ROUNDS));
    return medians;
  }

  private static double spread(Map<String, Double> medians) {
    return medians.values().stream().mapToDouble(each -> each).max().orElseThrow()
        / medians.values().stream().mapToDouble(each -> each).min().orElseThrow();
  }
}
