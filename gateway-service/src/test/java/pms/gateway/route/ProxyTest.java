package pms.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.gateway.Client;
import pms.gateway.Gateway;
import pms.kit.internal.InternalCalls;
import pms.platform.test.Tokens;

/** What crosses the door, and how: streaming both ways, and broken where it broke. */
@QuarkusTest
@TestProfile(Gateway.class)
class ProxyTest {

  private static final long BIG = 200L << 20;

  /** Sockets and pipes on the way take some megabytes; a gateway that buffers takes them all. */
  private static final long BUFFERED_AT_MOST = 48L << 20;

  @TestHTTPResource URI base;

  private Client client;
  private String[] alice;

  @BeforeEach
  void logIn() {
    client = new Client(base);
    alice = new String[] {"Authorization", "Bearer " + Tokens.of("alice")};
  }

  @Test
  void each_request_reaches_its_service_as_it_was_written() {
    JsonNode list = Client.json(client.get("/api/images?limit=2&before=%C3%A9", alice));
    assertThat(list.path("service").asText()).isEqualTo("metadata");
    assertThat(list.path("target").asText()).isEqualTo("/api/images?limit=2&before=%C3%A9");
    JsonNode thumbnail = Client.json(client.get("/api/images/1/thumbnails/small", alice));
    assertThat(thumbnail.path("service").asText()).isEqualTo("processing");
    JsonNode upload = Client.json(client.send(client.request("/api/images", alice).POST(BodyPublishers.ofString("hello"))));
    assertThat(upload.path("service").asText()).isEqualTo("upload");
    assertThat(upload.path("method").asText()).isEqualTo("POST");
    assertThat(upload.path("bytes").asInt()).isEqualTo(5);
  }

  @Test
  void the_token_goes_on_and_claims_stay_outside() {
    HttpResponse<String> response =
        client.send(
            client
                .request("/api/images", alice)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Original-URL", "/internal/x")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("traceparent", "00-11111111111111111111111111111111-2222222222222222-01")
                .header(InternalCalls.HEADER, "1900000000." + "x".repeat(43))
                .header("baggage", "owner=bob"));
    JsonNode headers = Client.json(response).path("headers");
    assertThat(headers.at("/authorization/0").asText()).isEqualTo(alice[1]);
    assertThat(headers.at("/x-forwarded-for/0").asText()).isEqualTo("127.0.0.1");
    assertThat(headers.at("/x-forwarded-host/0").asText()).isEqualTo(base.getAuthority());
    assertThat(headers.at("/x-forwarded-proto/0").asText()).isEqualTo("http");
    assertThat(headers.has("x-original-url") || headers.has("x-http-method-override") || headers.has("pms-seal") || headers.has("baggage")).isFalse();
    String trace = response.headers().firstValue("X-Trace-Id").orElseThrow();
    assertThat(trace).matches("[0-9a-f]{32}").isNotEqualTo("1".repeat(32));
    assertThat(headers.path("traceparent")).hasSize(1);
    assertThat(headers.at("/traceparent/0").asText()).startsWith("00-" + trace + "-");
  }

  /** R6: what services count guests by. */
  @Test
  void a_trusted_proxy_is_believed_for_whom_it_speaks() {
    HttpResponse<String> response =
        Client.from(Gateway.PROXY, base).send(client.request("/api/images", alice).header("X-Forwarded-For", "6.6.6.6, 203.0.113.9"));
    assertThat(Client.json(response).path("headers").path("x-forwarded-for")).map(JsonNode::asText).containsExactly("203.0.113.9");
  }

  @Test
  void an_answer_says_nothing_of_the_service_behind() {
    HttpResponse<String> response = client.get("/api/me", alice);
    assertThat(response.headers().firstValue("Location")).contains("/api/images/1");
    assertThat(response.headers().firstValue("Server")).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    assertThat(response.headers().allValues("X-Trace-Id")).hasSize(1);
    assertThat(response.headers().allValues("Content-Security-Policy")).hasSize(1);
  }

  @Test
  void who_may_call_is_for_the_door_to_say_and_for_no_service() {
    HttpResponse<String> response = client.send(client.request("/api/me", alice).header("Origin", "https://friend.example"));
    assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://friend.example");
  }

  @Test
  void an_answer_without_a_body_stays_without() throws IOException {
    assertThat(client.send(client.request("/api/images/1?status=204", alice).DELETE()).statusCode()).isEqualTo(204);
    String raw = client.raw("DELETE /api/images/1?status=204 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + alice[1] + "\r\n\r\n");
    assertThat(raw).startsWith("HTTP/1.1 204").doesNotContainIgnoringCase("transfer-encoding");
    HttpResponse<String> head = client.send(client.request("/api/images/1", alice).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
  }

  @Test
  void an_answer_that_nothing_changed_does_not_say_the_thing_is_empty() throws IOException {
    String raw = client.raw("GET /api/images?status=304 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + alice[1] + "\r\n\r\n");
    assertThat(raw).startsWith("HTTP/1.1 304").doesNotContainIgnoringCase("content-length").endsWith("\r\n\r\n");
  }

  @Test
  void a_wrong_method_is_405_and_names_the_right_ones() {
    HttpResponse<String> response = client.send(client.request("/api/me", alice).DELETE());
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET");
    assertProblem(response, "method-not-allowed");
  }

  @Test
  void an_unknown_path_is_404() {
    assertProblem(client.get("/api/nothing", alice), "not-found");
    assertProblem(client.get("/api/admin/nobody/x", alice), "not-found");
  }

  @Test
  void a_big_upload_streams_and_waits_for_a_slow_service() {
    String mark = UUID.randomUUID().toString();
    AtomicLong pushed = new AtomicLong();
    CompletableFuture<HttpResponse<String>> upload =
        CompletableFuture.supplyAsync(() -> client.send(
            client
                .request("/api/images?hold=2000&mark=" + mark, alice)
                .POST(BodyPublishers.ofInputStream(() -> new Endless(BIG, pushed)))));
    await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(pushed.get()).isPositive());
    assertThat(pushed.get()).isLessThan(BUFFERED_AT_MOST);
    HttpResponse<String> response = upload.join();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Client.json(response).path("bytes").asLong()).isEqualTo(BIG);
  }

  @Test
  void a_big_download_streams_and_waits_for_a_slow_client() throws IOException {
    String mark = UUID.randomUUID().toString();
    try (Socket socket = client.open()) {
      write(socket, "GET /api/images/1/original?send=" + BIG + "&mark=" + mark + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + alice[1] + "\r\n\r\n");
      await().atMost(Duration.ofSeconds(60)).pollDelay(Duration.ofSeconds(1)).until(() -> progress("PROCESSING", mark).path("bytes").asLong() > 0);
      assertThat(progress("PROCESSING", mark).path("bytes").asLong()).isLessThan(BUFFERED_AT_MOST);
      InputStream in = socket.getInputStream();
      long read = 0;
      byte[] buffer = new byte[1 << 20];
      while (read < BIG) {
        read += in.read(buffer);
      }
      assertThat(progress("PROCESSING", mark).path("end").asText()).isEqualTo("complete");
    }
  }

  @Test
  void an_upload_that_is_cut_is_broken_behind_and_not_complete() throws IOException {
    for (String framing : new String[] {"Content-Length: 1000000", "Transfer-Encoding: chunked"}) {
      String mark = UUID.randomUUID().toString();
      String body = framing.startsWith("T") ? "2710\r\n" + "x".repeat(10_000) + "\r\n" : "x".repeat(10_000);
      try (Socket socket = client.open()) {
        write(
            socket,
            "POST /api/images?mark=" + mark + " HTTP/1.1\r\nHost: x\r\n" + framing + "\r\nAuthorization: " + alice[1] + "\r\n\r\n" + body);
        await().atMost(Duration.ofSeconds(60)).until(() -> progress("UPLOAD", mark).path("bytes").asLong() == 10_000);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> progress("UPLOAD", mark).path("end").asText().equals("broken"));
    }
  }

  @Test
  void a_download_that_the_client_cuts_is_cut_behind() throws IOException {
    String mark = UUID.randomUUID().toString();
    try (Socket socket = client.open()) {
      write(socket, "GET /api/images/1/original?send=" + BIG + "&mark=" + mark + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + alice[1] + "\r\n\r\n");
      socket.getInputStream().readNBytes(100_000);
    }
    await().atMost(Duration.ofSeconds(60)).until(() -> progress("PROCESSING", mark).path("end").asText().equals("broken"));
  }

  @Test
  void a_download_that_the_service_cuts_does_not_look_whole() {
    for (String framing : new String[] {"", "&chunked"}) {
      assertThatThrownBy(() -> client.send(
              client.request("/api/images/1/original?break&send=5000000" + framing, alice), BodyHandlers.ofByteArray()))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void an_answer_before_the_end_of_the_body_reaches_the_client() throws IOException {
    try (Socket socket = client.open()) {
      write(
          socket,
          "POST /api/images?early HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\nAuthorization: " + alice[1] + "\r\n\r\n" + "x".repeat(1000));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 413");
      // And then nobody waits for the rest.
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  @Test
  void a_client_that_asks_first_is_told_to_continue_only_with_a_token() throws IOException {
    String head = "POST /api/images HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5\r\nExpect: 100-continue\r\n";
    assertThat(client.raw(head + "\r\n")).startsWith("HTTP/1.1 401");
    try (Socket socket = client.open()) {
      write(socket, head + "Authorization: " + alice[1] + "\r\n\r\n");
      assertThat(new String(socket.getInputStream().readNBytes(25), StandardCharsets.ISO_8859_1)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      write(socket, "hello");
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 200").contains("\"bytes\":5");
    }
  }

  @Test
  void a_service_that_is_not_there_is_503_with_a_time_to_come_back() {
    HttpResponse<String> response = client.get("/api/search?q=x", alice);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertProblem(response, "service-unavailable");
  }

  @Test
  void a_big_upload_to_a_service_that_is_not_there_is_answered_and_not_swallowed() throws IOException {
    try (Socket socket = client.open()) {
      write(
          socket,
          "POST /api/admin/search/rebuild HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\nAuthorization: " + alice[1] + "\r\n\r\n" + "x".repeat(1000));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).startsWith("HTTP/1.1 503");
    }
  }

  @Test
  void a_service_that_hangs_up_is_502() {
    HttpResponse<String> response = client.get("/api/albums", alice);
    assertThat(response.statusCode()).isEqualTo(502);
    assertProblem(response, "bad-gateway");
  }

  @Test
  void a_service_that_is_silent_is_504() {
    HttpResponse<String> response = client.get("/api/images?silent", alice);
    assertThat(response.statusCode()).isEqualTo(504);
    assertProblem(response, "gateway-timeout");
  }

  private static void assertProblem(HttpResponse<String> response, String type) {
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Client.json(response).path("type").asText()).isEqualTo("urn:pms:problem:" + type);
    assertThat(Client.json(response).path("status").asInt()).isEqualTo(response.statusCode());
    assertThat(Client.json(response).path("trace").asText()).isEqualTo(response.headers().firstValue("X-Trace-Id").orElse(""));
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static JsonNode progress(String service, String mark) {
    String address = ConfigProvider.getConfig().getValue("PMS_" + service + "_URL", String.class);
    return Client.json(new Client(URI.create(address)).get("/progress?mark=" + mark));
  }

  /** So many bytes, counted as they leave. */
  private static final class Endless extends InputStream {
    private final AtomicLong pushed;
    private long left;

    Endless(long bytes, AtomicLong pushed) {
      this.left = bytes;
      this.pushed = pushed;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("one by one takes for ever");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int n = (int) Math.min(left, length);
      left -= n;
      pushed.addAndGet(n);
      return n == 0 ? -1 : n;
    }
  }
}
