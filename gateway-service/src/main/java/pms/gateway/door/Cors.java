package pms.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import pms.gateway.GatewayConfig;
import pms.kit.problem.Problem;

/**
 * Pages of other origins may call only if theirs is one we name; an unknown one is refused and never told back. No
 * credentials are allowed, since a token is sent as a header and cookies mean nothing here.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
@ApplicationScoped
class Cors {

  static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  static final String REQUEST_HEADERS =
      "Authorization, Content-Type, Content-Disposition, Accept, If-Match, If-None-Match, If-Range, Range, Idempotency-Key, "
          + "Last-Event-ID, Tus-Resumable, Upload-Length, Upload-Offset, Upload-Metadata, Upload-Checksum, Upload-Defer-Length, "
          + "Link-Pass, Guest-Key";
  static final String RESPONSE_HEADERS =
      "Location, ETag, Retry-After, X-Trace-Id, WWW-Authenticate, Content-Disposition, Content-Range, Accept-Ranges, Link, "
          + "Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Length, Upload-Offset, Upload-Expires, Guest-Key";

  /** Where web developers' servers show their pages. */
  private static final Set<String> DEVELOPMENT =
      Set.of("http://localhost:8080", "http://localhost:5173", "http://127.0.0.1:5173");

  /** See <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</a>. */
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final Set<String> origins;

  Cors(GatewayConfig config, @ConfigProperty(name = "pms.environment") String environment) {
    this.origins = new HashSet<>(config.origins().orElse(Set.of()));
    origins.add(originOf(config.publicUrl()));
    if (environment.equals("development")) {
      origins.addAll(DEVELOPMENT);
    }
  }

  /** Whether the request is answered and goes no further. */
  boolean answered(RoutingContext request) {
    String origin = request.request().getHeader(HttpHeaders.ORIGIN);
    request.response().putHeader(HttpHeaders.VARY, "Origin");
    if (origin == null || ours(origin, request.request())) {
      return false;
    }
    if (!origins.contains(origin)) {
      Refusals.send(request, Problem.of(403, "foreign-origin", "Forbidden", "Pages of this origin may not call the API."));
      return true;
    }
    allow(request.response(), origin);
    return preflight(request);
  }

  private static void allow(HttpServerResponse response, String origin) {
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
  }

  private static boolean preflight(RoutingContext request) {
    if (request.request().method() != HttpMethod.OPTIONS
        || !request.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
      return false;
    }
    request
        .response()
        .setStatusCode(204)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
        .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
        .end();
    return true;
  }

  /**
   * A page of our own: browsers name its origin with every request that is not a plain GET. Where the page keeps its address to
   * itself, as that of a link does, they write "null" for what its forms send; then another header tells, which no page can write.
   */
  private static boolean ours(String origin, HttpServerRequest request) {
    return origin.equals("null")
        ? "same-origin".equals(request.getHeader(FETCH_SITE))
        : origin.equals(request.scheme() + "://" + request.authority());
  }

  private static String originOf(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }
}
