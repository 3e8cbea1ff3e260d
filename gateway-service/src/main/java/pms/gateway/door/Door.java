package pms.gateway.door;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import pms.gateway.GatewayConfig;
import pms.kit.problem.Problem;

/** What every request meets first, before it is routed and before anybody asks who sent it. */
@ApplicationScoped
class Door {

  private static final Logger LOG = Logger.getLogger(Door.class);

  /** Before everything of Quarkus' own, whose first filter has 300. */
  private static final int FIRST = 1_000;

  private static final long LINGER = 2_000;

  private final Vertx vertx;
  private final GatewayConfig config;
  private final Cors cors;
  private final SecurityHeaders headers;

  Door(Vertx vertx, GatewayConfig config, Cors cors, SecurityHeaders headers) {
    this.vertx = vertx;
    this.config = config;
    this.cors = cors;
    this.headers = headers;
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  /** What the router itself cannot make sense of never gets as far as a filter. */
  void registerFailures(@Observes Router router) {
    router.route().order(-FIRST).failureHandler(this::senseless);
    router.errorHandler(400, this::senseless);
    router.errorHandler(404, this::senseless);
  }

  private void senseless(RoutingContext request) {
    if (request.response().headWritten() || request.statusCode() != 400 && request.statusCode() != 404) {
      request.next();
      return;
    }
    headers.put(request);
    Refusals.send(
        request,
        request.statusCode() == 404 ? Problem.notFound() : Refusals.badRequest("The request cannot be understood."));
  }

  private void enter(RoutingContext request) {
    tellTrace(request.response());
    headers.put(request);
    request.addHeadersEndHandler(complete -> dropLength(request.response()));
    request.addEndHandler(ended -> closeUnread(request.request()));
    Optional<Problem> fault = fault(request.request());
    if (fault.isPresent()) {
      LOG.debugf("refused %s: %s", request.request().remoteAddress(), fault.get().getMessage());
      Refusals.send(request, fault.get());
      return;
    }
    if (cors.answered(request)) {
      return;
    }
    request.next();
  }

  private Optional<Problem> fault(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_1_0) {
      return Optional.of(Problem.of(505, "http-version", "HTTP version not supported", "HTTP/1.1 or newer is needed."));
    }
    if (request.authority() == null || request.headers().getAll(HttpHeaders.HOST).size() > 1) {
      return Optional.of(Refusals.badRequest("Exactly one valid Host header is needed."));
    }
    Optional<String> odd = RequestTarget.fault(request.uri());
    if (odd.isPresent()) {
      return odd.map(Refusals::badRequest);
    }
    String path = request.path();
    if (path.equals("/internal") || path.startsWith("/internal/") || path.equals("/q") || path.startsWith("/q/")) {
      return Optional.of(Problem.notFound());
    }
    return length(request) > config.maxBody().asLongValue()
        ? Optional.of(Problem.of(413, "too-large", "Too large", "The body is larger than the limit."))
        : Optional.empty();
  }

  /** Netty has refused what is not a number. */
  private static long length(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  private static void tellTrace(HttpServerResponse response) {
    Span span = Span.current();
    if (span.getSpanContext().isValid()) {
      response.putHeader("X-Trace-Id", span.getSpanContext().getTraceId());
    }
  }

  /** A service that answers 304 with a length of 0 would tell caches that the picture is empty (RFC 9110, 8.6). */
  private static void dropLength(HttpServerResponse response) {
    if (response.getStatusCode() == 304) {
      response.headers().remove(HttpHeaders.CONTENT_LENGTH);
    }
  }

  /**
   * A body that goes on after its answer is read for a moment, so that the client gets to see the answer, and then cut off:
   * nobody will use it.
   */
  private void closeUnread(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    vertx.setTimer(LINGER, late -> {
      if (!request.isEnded()) {
        request.connection().close();
      }
    });
  }
}
