package pms.gateway.route;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which headers cross the door. Inwards: nothing that claims to be from a proxy, that rewrites path or method, or that belongs
 * to one connection only; what we know about the client ourselves is added. Outwards: nothing of the connection behind.
 */
final class ForwardedHeaders {

  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection", "keep-alive", "proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer",
          "transfer-encoding", "upgrade", "http2-settings", "expect");

  /** Told by clients and believed by some framework or other. */
  private static final Set<String> CLAIMS =
      Set.of(
          "forwarded", "via", "x-real-ip", "x-client-ip", "x-cluster-client-ip", "true-client-ip", "client-ip",
          "x-original-url", "x-original-uri", "x-original-host", "x-original-method", "x-rewrite-url", "x-host",
          "x-http-method", "x-http-method-override", "x-method-override", "proxy", "front-end-https", "baggage",
          "traceparent", "tracestate", "b3", "uber-trace-id", "x-trace-id", "x-request-id");

  private static final List<String> CLAIMING_FAMILIES =
      List.of("x-forwarded", "x-b3-", "x-envoy-", "x-pms-", "pms-", "x-ssl-", "x-amzn-", "cf-");

  /**
   * @param address the client's, as we see it ourselves, after trusted proxies (if any are configured) were heard
   * @param scheme {@code http} or {@code https}
   * @param host host and port the client asked for
   */
  static void inward(MultiMap headers, String address, String scheme, String host) {
    removeHopByHop(headers);
    names(headers).stream().filter(ForwardedHeaders::claims).forEach(headers::remove);
    headers.set("X-Forwarded-For", address);
    headers.set("X-Forwarded-Proto", scheme);
    headers.set("X-Forwarded-Host", host);
  }

  static void outward(MultiMap headers) {
    removeHopByHop(headers);
    headers.remove("Server");
    headers.remove("X-Trace-Id");
    headers.remove("X-Powered-By");
  }

  private static void removeHopByHop(MultiMap headers) {
    for (String list : headers.getAll("Connection")) {
      for (String name : list.split(",")) {
        removeNamed(headers, name.strip());
      }
    }
    HOP_BY_HOP.forEach(headers::remove);
  }

  /** A client must not make us drop what matters behind by declaring it a matter of the connection. */
  private static void removeNamed(MultiMap headers, String name) {
    Set<String> kept = Set.of("authorization", "content-length", "content-type", "host", "cache-control", "vary", "etag");
    if (!name.isEmpty() && !kept.contains(name.toLowerCase(Locale.ROOT))) {
      headers.remove(name);
    }
  }

  private static boolean claims(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    // An underscore is a dash to frameworks that read headers as CGI variables.
    return lower.indexOf('_') >= 0 || CLAIMS.contains(lower) || CLAIMING_FAMILIES.stream().anyMatch(lower::startsWith);
  }

  private static List<String> names(MultiMap headers) {
    return new ArrayList<>(headers.names());
  }

  private ForwardedHeaders() {}
}
