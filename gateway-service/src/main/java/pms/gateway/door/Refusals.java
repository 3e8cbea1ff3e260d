package pms.gateway.door;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import pms.kit.problem.Problem;
import pms.kit.problem.ProblemBody;

/** The gateway's own no, in the same form as the services' ones. */
public final class Refusals {

  public static final Problem NO_TOKEN =
      Problem.of(401, "unauthorized", "Unauthorized", "A valid access token is needed: Authorization: Bearer …");

  public static Problem badRequest(String detail) {
    return Problem.of(400, "bad-request", "Bad request", detail);
  }

  public static Problem busy(Duration retryAfter) {
    return Problem.of(
        429, "too-many-requests", "Too many requests", "Ask again in " + seconds(retryAfter) + " s, and then more slowly.");
  }

  /** Ends the request with the problem. */
  public static void send(RoutingContext request, Problem problem) {
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body(problem, request.request().path()));
  }

  /** The same with the header that tells when to come back. */
  public static void send(RoutingContext request, Problem problem, Duration retryAfter) {
    request.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds(retryAfter)));
    send(request, problem);
  }

  public static Buffer body(Problem problem, String path) {
    Span span = Span.current();
    String trace = span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : null;
    return Json.encodeToBuffer(
        new ProblemBody(
            "urn:pms:problem:" + problem.type(),
            problem.title(),
            problem.status(),
            problem.getMessage(),
            path,
            trace,
            List.of()));
  }

  private static long seconds(Duration time) {
    return Math.max(1, time.plusMillis(999).toSeconds());
  }

  private Refusals() {}
}
