package pms.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** L1, L2, A11: passwords, passes and limited views. */
@QuarkusTest
class UnlockTest extends PublicTest {

  @Test
  void before_the_password_every_route_is_closed_and_the_entrance_tells_next_to_nothing() {
    UUID image = picture();
    String token = token(link("album", albumWith(image), "password", "open sesame", "allowDownload", true));
    guest().get(api(token)).then().statusCode(200)
        .body("needsPassword", equalTo(true)).body("pass", nullValue()).body("title", nullValue()).body("", aMapWithSize(6));
    for (String route : routes(token, image)) {
      guest().get(route).then().statusCode(403).contentType("application/problem+json");
    }
    routes(token, UUID.randomUUID()).forEach(route -> assertThat(status(route)).isEqualTo(403));
    String page = guest().get("/s/" + token).then().statusCode(200).extract().asString();
    assertThat(page).contains("type=\"password\"").contains("Shared album").doesNotContain("Summer in Rome", "og:image", image.toString(), "oembed");
  }

  @Test
  void the_password_opens_every_route_by_header_or_by_cookie() {
    UUID image = picture();
    String token = token(link("album", albumWith(image), "password", "open sesame", "allowDownload", true));
    Response unlocked = unlock(token, "open sesame");
    String pass = unlocked.then().statusCode(200).extract().path("pass");
    for (String route : routes(token, image)) {
      guestWith(pass).get(route).then().statusCode(200);
      guest().cookie("pms-link-pass", pass).get(route).then().statusCode(200);
    }
    guestWith(pass).get(api(token)).then().body("needsPassword", equalTo(false));
  }

  @Test
  void the_cookie_is_for_this_link_alone_and_for_no_script() {
    String token = token(link("album", albumWith(), "password", "open sesame"));
    List<Cookie> cookies = unlock(token, "open sesame").detailedCookies().asList();
    assertThat(cookies).extracting(Cookie::getPath).containsExactlyInAnyOrder("/s/" + token, "/api/public/" + token);
    assertThat(cookies).allMatch(Cookie::isHttpOnly).allMatch(cookie -> "Lax".equals(cookie.getSameSite()));
    assertThat(cookies).allMatch(cookie -> cookie.getMaxAge() <= 3600);
  }

  /** Two guests, two links, the same password. */
  @Test
  void a_pass_opens_neither_another_link_with_the_same_password_nor_the_link_for_another_guest() {
    UUID image = picture();
    UUID album = albumWith(image);
    String first = token(link("album", album, "password", "same"));
    String second = token(link("album", album, "password", "same"));
    String pass = unlock(first, "same").path("pass");
    for (String route : routes(second, image)) {
      guestWith(pass).get(route).then().statusCode(403);
      guest().cookie("pms-link-pass", pass).get(route).then().statusCode(403);
    }
    guest().get(api(first) + "/items").then().statusCode(403);
  }

  @Test
  void the_address_of_a_picture_opens_that_picture_in_that_size_only() {
    UUID image = picture();
    UUID other = picture();
    String token = token(link("album", albumWith(image, other), "password", "open sesame", "allowDownload", true));
    String pass = unlock(token, "open sesame").path("pass");
    String address = guestWith(pass).get(image(token, image)).path("thumbnails.small");
    guest().get(address).then().statusCode(200).body(equalTo(bytes(image, "small", 1)));
    guest().get(address.replace("/small", "/large")).then().statusCode(403);
    guest().get(address.replace("/thumbnails/small", "/download")).then().statusCode(403);
    guest().get(address.replace(image.toString(), other.toString())).then().statusCode(403);
    guest().get(address.substring(0, address.length() - 1)).then().statusCode(403);
    guest().get(address.replaceAll("seal=(\\d+)", "seal=9999999999")).then().statusCode(403);
  }

  @Test
  void a_new_password_ends_all_visits_under_the_old_one() {
    UUID image = picture();
    JsonPath link = link("image", image, "password", "old");
    String pass = unlock(token(link), "old").path("pass");
    String address = guestWith(pass).get(image(token(link), image)).path("thumbnails.small");
    json("alice", Map.of("password", "new")).patch("/api/links/" + link.getString("id")).then().statusCode(200);
    guestWith(pass).get(image(token(link), image)).then().statusCode(403);
    guest().get(address).then().statusCode(403);
    unlock(token(link), "old").then().statusCode(403);
    unlock(token(link), "new").then().statusCode(200);
  }

  /** L2. */
  @Test
  void the_password_is_taken_from_a_body_only_and_told_to_nobody() {
    JsonPath link = link("album", albumWith(), "password", "open sesame TELL-NOBODY");
    guest().queryParam("password", "open sesame TELL-NOBODY").get(api(token(link)) + "/items").then().statusCode(403);
    guest().queryParam("password", "open sesame TELL-NOBODY").get(api(token(link))).then().body("needsPassword", equalTo(true));
    assertThat(unlock(token(link), "wrong NOT-THIS-EITHER").asString()).doesNotContain("NOT-THIS-EITHER");
    assertThat(as("alice").get("/api/links/" + link.getString("id")).asString()).doesNotContain("TELL-NOBODY", "argon2");
    unlock(token(link), null).then().statusCode(403);
    guest().contentType(ContentType.JSON).body("{\"password\":{}}").post(api(token(link)) + "/unlock").then().statusCode(400);
    guest().contentType(ContentType.JSON).post(api(token(link)) + "/unlock").then().statusCode(400);
  }

  @Test
  void twenty_wrong_tries_on_a_link_lock_it_for_a_while_whoever_tries() {
    String token = token(link("album", albumWith(), "password", "open sesame"));
    String pass = unlock(token, "open sesame").path("pass");
    IntStream.range(0, 20).forEach(i -> unlock(token, "wrong " + i).then().statusCode(403));
    Response locked = unlock(token, "open sesame");
    assertThat(locked.statusCode()).isEqualTo(429);
    assertThat(Long.parseLong(locked.header("Retry-After"))).isPositive();
    guest().formParam("password", "open sesame").post("/s/" + token).then().statusCode(429).header("Retry-After", Long::parseLong, greaterThan(0L));
    guestWith(pass).get(api(token) + "/items").then().statusCode(200);
  }

  @Test
  void twenty_wrong_tries_of_an_address_lock_it_out_of_every_link() throws ExecutionException, InterruptedException {
    List<String> tokens = IntStream.range(0, 4).mapToObj(i -> token(link("album", albumWith(), "password", "open sesame"))).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> tries =
          IntStream.range(0, 40).mapToObj(i -> threads.submit(() -> unlock("10.9.9.9", tokens.get(i % 3), "wrong").statusCode())).toList();
      long looked = 0;
      for (Future<Integer> done : tries) {
        looked += done.get() == 403 ? 1 : 0;
      }
      assertThat(looked).isEqualTo(20);
    }
    unlock("10.9.9.9", tokens.get(3), "open sesame").then().statusCode(429);
    unlock("10.9.9.8", tokens.get(3), "open sesame").then().statusCode(200);
  }

  @Test
  void right_passwords_use_up_no_tries() {
    String token = token(link("album", albumWith(), "password", "open sesame"));
    IntStream.range(0, 25).forEach(i -> unlock("10.9.9.7", token, "open sesame").then().statusCode(200));
  }

  /** A11. */
  @Test
  void of_two_hundred_at_once_exactly_ten_get_one_of_ten_views() throws ExecutionException, InterruptedException {
    UUID image = picture();
    for (String route : List.of("", "/items", "/images/" + image + "/thumbnails/small")) {
      JsonPath link = link("image", image, "viewLimit", 10);
      int served = 0;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Integer>> all =
            IntStream.range(0, 200).mapToObj(i -> threads.submit(() -> status(api(token(link)) + route))).toList();
        for (Future<Integer> one : all) {
          assertThat(one.get()).isIn(200, 404);
          served += one.get() == 200 ? 1 : 0;
        }
      }
      assertThat(served).isEqualTo(10);
      as("alice").get("/api/links/" + link.getString("id")).then().body("views", equalTo(10));
      entrances(token(link)).forEach(entrance -> assertThat(status(entrance)).isEqualTo(404));
      routes(token(link), image).forEach(closed -> assertThat(status(closed)).isEqualTo(404));
    }
  }

  @Test
  void who_was_counted_may_look_around_though_no_view_is_left() {
    UUID image = picture();
    String token = token(link("image", image, "viewLimit", 1, "allowDownload", true));
    String pass = guest().get(api(token)).path("pass");
    for (String route : routes(token, image)) {
      guestWith(pass).get(route).then().statusCode(200);
      guest().get(route).then().statusCode(404);
    }
    String password = token(link("image", image, "viewLimit", 1, "password", "once"));
    unlock(password, "once").then().statusCode(200);
    unlock(password, "once").then().statusCode(404);
  }

  /** X1. */
  @Test
  void no_log_line_holds_a_token_a_password_or_a_pass_even_when_all_is_logged() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler ear = new Handler() {
      @Override
      public void publish(LogRecord line) {
        lines.add(line.getLoggerName() + line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    Logger ours = Logger.getLogger("pms");
    Level before = ours.getLevel();
    ours.addHandler(ear);
    ours.setLevel(Level.ALL);
    try {
      JsonPath link = link("album", albumWith(), "password", "open sesame TELL-NOBODY");
      String pass = unlock(token(link), "open sesame TELL-NOBODY").path("pass");
      unlock(token(link), "wrong NOT-THIS-EITHER");
      guestWith(pass).get(api(token(link)) + "/items").then().statusCode(200);
      as("alice").delete("/api/links/" + link.getString("id")).then().statusCode(204);
      guestWith(pass).get(api(token(link)) + "/items").then().statusCode(404);
      assertThat(lines).anyMatch(line -> line.contains(link.getString("id")));
      assertThat(lines).noneMatch(line -> line.contains(token(link)) || line.contains("TELL-NOBODY") || line.contains("NOT-THIS-EITHER") || line.contains(pass));
    } finally {
      ours.removeHandler(ear);
      ours.setLevel(before);
    }
  }

  private static Response unlock(String token, String password) {
    return unlock("10.1." + (int) (Math.random() * 256) + "." + (int) (Math.random() * 256), token, password);
  }

  private static Response unlock(String address, String token, String password) {
    String body = password == null ? "{}" : "{\"password\":\"" + password + "\"}";
    return guest(address).contentType(ContentType.JSON).body(body).post(api(token) + "/unlock");
  }
}
