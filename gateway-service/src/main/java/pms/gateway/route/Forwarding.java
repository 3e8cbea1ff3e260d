package pms.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import pms.gateway.door.Refusals;
import pms.gateway.door.Senders;
import pms.kit.problem.Problem;
import pms.kit.problem.ProblemBody;

/** What happens to a request and its answer on the way between the door and one service. */
class Forwarding implements ProxyInterceptor {

  private static final Logger LOG = Logger.getLogger(Forwarding.class);

  private static final String CORS = "access-control-";

  private static final long QUIET = Duration.ofSeconds(5).toNanos();

  private final String service;
  private final String origin;
  private final Duration patience;
  private final Senders senders;
  private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - 2 * QUIET);

  /** @param origin the service's scheme, host and port, which nobody outside is to see */
  Forwarding(String service, String origin, Duration patience, Senders senders) {
    this.service = service;
    this.senders = senders;
    this.origin = origin;
    this.patience = patience;
  }

  @Override
  public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
    HttpServerRequest client = context.request().proxiedRequest();
    boolean waits = "100-continue".equalsIgnoreCase(client.getHeader(HttpHeaders.EXPECT));
    ForwardedHeaders.inward(
        context.request().headers(), senders.address(client), client.scheme(), client.authority().toString());
    if (waits) {
      client.response().writeContinue();
    }
    long start = System.nanoTime();
    return context.sendRequest().recover(failure -> unanswered(context, failure, start));
  }

  @Override
  public Future<Void> handleProxyResponse(ProxyContext context) {
    ProxyResponse answer = context.response();
    MultiMap headers = answer.headers();
    ForwardedHeaders.outward(headers);
    hideOrigin(headers);
    giveWay(context.request().proxiedRequest().response().headers(), headers);
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (answer.getBody() != null && bodiless(context)) {
      answer.getBody().stream().resume();
      answer.setBody(null);
    }
    return context.sendResponse();
  }

  /** The service did not answer; a problem says whether another try is worth it. */
  private Future<ProxyResponse> unanswered(ProxyContext context, Throwable failure, long start) {
    HttpServerRequest client = context.request().proxiedRequest();
    if (client.response().closed()) {
      return Future.failedFuture(failure);
    }
    Failure kind = Failure.of(failure, Duration.ofNanos(System.nanoTime() - start).compareTo(patience) >= 0);
    warn(client, failure);
    Problem problem = kind.problem(service);
    ProxyResponse answer = context.request().release().response();
    answer.setStatusCode(problem.status());
    answer.putHeader(HttpHeaders.RETRY_AFTER, kind.retryAfter());
    answer.setBody(Body.body(Refusals.body(problem, client.path())));
    answer.putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
    return Future.succeededFuture(answer);
  }

  /** One line now and then: while a service is away, every request to it fails. */
  private void warn(HttpServerRequest client, Throwable failure) {
    long now = System.nanoTime();
    long last = lastWarning.get();
    if (now - last > QUIET && lastWarning.compareAndSet(last, now)) {
      LOG.warnf("%s does not answer (%s %s): %s", service, client.method(), Addresses.loggable(client.path()), failure);
    }
  }

  private void hideOrigin(MultiMap headers) {
    String location = headers.get(HttpHeaders.LOCATION);
    if (location != null && location.startsWith(origin + "/")) {
      headers.set(HttpHeaders.LOCATION, location.substring(origin.length()));
    }
  }

  /** Where the service says something itself, the door's default gives way; only CORS and the trace are the door's alone. */
  private static void giveWay(MultiMap defaults, MultiMap headers) {
    for (String name : headers.names().toArray(String[]::new)) {
      if (name.regionMatches(true, 0, CORS, 0, CORS.length())) {
        headers.remove(name);
        continue;
      }
      if (name.equalsIgnoreCase("Vary")) {
        headers.set("Vary", String.join(", ", headers.getAll("Vary")) + ", Origin");
      }
      defaults.remove(name);
    }
  }

  /** Answers that never have a body must not be announced as chunked. */
  private static boolean bodiless(ProxyContext context) {
    int status = context.response().getStatusCode();
    boolean head = context.request().getMethod() == HttpMethod.HEAD;
    return context.response().getBody().length() < 0 && (status == 204 || status == 304 || head);
  }
}
