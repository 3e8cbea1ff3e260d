package pms.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.gateway.Client;
import pms.gateway.Gateway;
import pms.platform.test.Tokens;

/** Checks A8, A10 and R7: odd spellings, foreign pages and strange framing on the wire. */
@QuarkusTest
@TestProfile(Gateway.class)
class DoorTest {

  @TestHTTPResource URI base;

  private Client client;

  @BeforeEach
  void open() {
    client = new Client(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/images/", "//api/images", "/api//images", "/api/./images", "/x/../api/images", "/api/images;x", "/api/images%3Bx", "/api%2Fimages",
        "/api/images%00", "/api/%2e%2e/images", "/api/images%252F", "/api/images.", "/api/images%20", "/%61pi/images",
        "http://localhost/api/images", "/api/images%c0%af"
      })
  void an_odd_spelling_is_400_with_and_without_a_token(String target) throws IOException {
    for (String token : new String[] {"", "Authorization: Bearer " + Tokens.of("alice") + "\r\n"}) {
      String answer = client.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + token + "\r\n");
      assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json").contains("nosniff");
    }
  }

  /** Refused by Quarkus itself before anything of ours is asked, so without words. */
  @ParameterizedTest
  @ValueSource(strings = {"/api\\images", "/api/images?q=%", "/api/images?q=a|b", "/api/images?q=<x>"})
  void a_target_that_is_no_address_at_all_is_400(String target) throws IOException {
    assertThat(client.raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
  }

  @Test
  void a_request_to_nothing_in_particular_is_404() throws IOException {
    assertThat(client.raw("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 404").contains("problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q", "/q/health", "/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui", "/q/dev-ui", "/internal", "/internal/images/1",
        "/internal/access/1", "/API/images", "/nothing", "/META-INF/resources/index.html", "/application.properties"
      })
  void what_is_not_for_the_public_is_not_there(String path) {
    assertThat(client.get(path, "Authorization", "Bearer " + Tokens.of("admin")).statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_of_a_friend_may_call_and_is_told_so() {
    HttpResponse<String> response = client.get("/api/status", "Origin", "https://friend.example");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).contains("https://friend.example");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElse("")).contains("ETag");
    assertThat(response.headers().firstValue("Vary")).contains("Origin");
  }

  @Test
  void a_browser_that_asks_beforehand_gets_its_answer_without_a_token() {
    HttpResponse<String> response =
        client.send(
            client
                .request("/api/images/1", "Origin", "https://friend.example", "Access-Control-Request-Method", "PATCH")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElse("")).contains("PATCH");
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElse("")).contains("Authorization").contains("If-Match").contains("Guest-Key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "https://friend.example.evil", "http://friend.example", "https://FRIEND.example", "*", "file://"})
  void a_page_of_a_stranger_is_refused_and_its_origin_never_told_back(String origin) {
    for (String method : new String[] {"GET", "OPTIONS", "POST"}) {
      HttpResponse<String> response =
          client.send(
              client
                  .request("/api/status", "Origin", origin, "Access-Control-Request-Method", "PATCH")
                  .method(method, BodyPublishers.noBody()));
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.headers().map().keySet()).noneMatch(name -> name.toLowerCase().startsWith("access-control"));
    }
  }

  @Test
  void our_own_page_may_call() {
    HttpResponse<String> response =
        client.get("/api/images", "Origin", "http://" + base.getAuthority(), "Authorization", "Bearer " + Tokens.of("alice"));
    assertThat(response.statusCode()).isEqualTo(200);
  }

  /** The page of a link tells nobody where it is, so browsers write "null" for the origin of what its forms send. */
  @Test
  void a_form_on_a_page_of_ours_that_hides_its_address_may_call() {
    for (var site : Map.of("same-origin", 200, "same-site", 403, "cross-site", 403, "none", 403).entrySet()) {
      HttpResponse<String> response = client.get(
          "/api/images", "Origin", "null", "Sec-Fetch-Site", site.getKey(), "Authorization", "Bearer " + Tokens.of("alice"));
      assertThat(response.statusCode()).as(site.getKey()).isEqualTo(site.getValue());
    }
  }

  @Test
  void the_front_page_runs_only_our_own_code_and_stands_in_no_frame() {
    HttpResponse<String> page = client.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("PMS").doesNotContain("<script>", "onclick", "style=");
    assertThat(page.headers().allValues("Cache-Control")).containsExactly("no-cache");
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy).contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'").doesNotContain("unsafe");
    assertThat(policy).contains("connect-src 'self' http://localhost:");
    for (String file : new String[] {"/pms.js", "/pms.css", "/pms.svg", "/login.js", "/explorer.js", "/live.js", "/dom.js", "/shared.js"}) {
      assertThat(client.get(file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void an_answer_of_the_api_opened_as_a_page_does_nothing() {
    HttpResponse<String> response = client.get("/api/status");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'", "sandbox");
    assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/status HTTP/1.1\r\nHost: x\r\nHost: y\r\nConnection: close\r\n\r\n",
        "GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /api/status HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "POST /api/images HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello",
        "POST /api/images HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        "POST /api/images HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\nConnection: close\r\n\r\nhello",
        "POST /api/images HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 6\r\nConnection: close\r\n\r\nhello",
        "POST /api/images HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\nConnection: close\r\n\r\n0\r\n\r\n",
        "GET /api/status HTTP/1.1\r\nHost: x\r\nX-Bad : 1\r\nConnection: close\r\n\r\n",
        "GET /api/status HTTP/1.0\r\nHost: x\r\n\r\n"
      })
  void strange_framing_never_gets_an_answer_that_looks_well(String request) throws IOException {
    String answer = client.raw(request);
    assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.0 2");
    assertThat(answer).doesNotContain(" 500 ");
    assertThat(answer.split("HTTP/1\\.[01] \\d").length - 1).isLessThanOrEqualTo(1);
  }

  /** Both framings at once: the chunks count, and what follows them is never taken for a second request of somebody else. */
  @Test
  void a_smuggled_request_is_not_answered() throws IOException {
    String token = "Authorization: Bearer " + Tokens.of("alice") + "\r\n";
    String answer =
        client.raw(
            "POST /api/images HTTP/1.1\r\nHost: x\r\n" + token + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + "GET /api/trash HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("\"service\":\"metadata\"");
  }

  @Test
  void a_body_longer_than_the_limit_is_refused_by_its_announcement() throws IOException {
    String answer =
        client.raw("POST /api/images HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 999999999999\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json");
  }

  @Test
  void a_head_longer_than_the_limit_is_refused() throws IOException {
    String answer = client.raw("GET /api/status HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(100_000) + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("HTTP/1.1 2");
    assertThat(client.raw("GET /api/" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.").contains(" 414 ");
  }
}
