package pms.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pms.kit.internal.InternalCalls;

/** Check A10: what a client claims about itself has no effect. */
class ForwardedHeadersTest {

  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-User", "X-Forwarded-Prefix", "X-Forwarded-Port", "x-forwarded-trusted-proxy", "Forwarded", "X-Original-URL",
        "X-Rewrite-URL", "X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "baggage", "traceparent", "tracestate",
        "X-B3-TraceId", "b3", "X-Real-IP", "True-Client-IP", "CF-Connecting-IP", "Proxy", "X-PMS-Internal", InternalCalls.HEADER, "pms-seal", "X_Forwarded_For", "Via",
        "Connection", "Keep-Alive", "TE", "Trailer", "Upgrade", "Proxy-Authorization", "Proxy-Connection", "Transfer-Encoding", "Expect"
      })
  void a_claim_or_a_matter_of_the_connection_does_not_get_in(String name) {
    headers.set(name, "x");
    inward();
    assertThat(headers.contains(name)).isFalse();
  }

  @Test
  void what_a_client_says_of_its_address_is_replaced_by_what_we_see() {
    headers.add("X-Forwarded-For", "6.6.6.6").add("X-Forwarded-For", "7.7.7.7");
    headers.add("X-Forwarded-Host", "evil").add("X-Forwarded-Proto", "https");
    inward();
    assertThat(headers.getAll("X-Forwarded-For")).containsExactly("192.0.2.1");
    assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("pms.example");
    assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
  }

  @Test
  void headers_that_the_connection_header_names_are_dropped_but_never_those_that_matter_behind() {
    headers.set("Connection", "close, X-Mine, Authorization").set("X-Mine", "1").set("Authorization", "Bearer x");
    inward();
    assertThat(headers.contains("X-Mine")).isFalse();
    assertThat(headers.get("Authorization")).isEqualTo("Bearer x");
  }

  @Test
  void everything_else_gets_in_as_it_is() {
    headers.set("If-Match", "\"3\"").set("Range", "bytes=0-9").set("Content-Disposition", "attachment; filename=a.jpg");
    headers.add("Accept", "image/avif").add("Accept", "image/webp").set("Tus-Resumable", "1.0.0").set("Idempotency-Key", "k");
    inward();
    assertThat(headers.names())
        .contains("If-Match", "Range", "Content-Disposition", "Accept", "Tus-Resumable", "Idempotency-Key");
    assertThat(headers.getAll("Accept")).containsExactly("image/avif", "image/webp");
  }

  @Test
  void nothing_of_the_connection_behind_gets_out() {
    headers.set("Connection", "keep-alive, X-Inner").set("X-Inner", "1").set("Keep-Alive", "timeout=5").set("Server", "x");
    headers.set("ETag", "\"1\"").set("Content-Type", "image/jpeg").set("X-Trace-Id", "theirs");
    ForwardedHeaders.outward(headers);
    assertThat(headers.names()).containsExactlyInAnyOrder("ETag", "Content-Type");
  }

  private void inward() {
    ForwardedHeaders.inward(headers, "192.0.2.1", "http", "pms.example");
  }
}
