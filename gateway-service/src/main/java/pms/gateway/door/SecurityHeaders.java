package pms.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** What tells browsers to be careful. A service may set its own policy for what it sends, such as an embedded frame. */
@ApplicationScoped
class SecurityHeaders {

  private static final String POLICY = "Content-Security-Policy";

  /** Answers of the API are data: even opened as a page they run nothing, load nothing and stand in no frame. */
  private static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String PAGE =
      "default-src 'self'; img-src 'self' blob: data:; connect-src 'self' %s; object-src 'none'; base-uri 'none'; "
          + "form-action 'none'; frame-ancestors 'none'";

  private final LoginAddress login;

  SecurityHeaders(LoginAddress login) {
    this.login = login;
  }

  void put(RoutingContext request) {
    MultiMap headers = request.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (isData(request.request().path())) {
      headers.set(POLICY, DATA);
    } else {
      headers.set(POLICY, PAGE.formatted(login.origin()));
      headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
    if ("https".equals(request.request().scheme())) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  private static boolean isData(String path) {
    return path == null || path.startsWith("/api");
  }
}
