package pms.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import pms.gateway.GatewayConfig;
import pms.gateway.door.Refusals;
import pms.gateway.door.Senders;
import pms.gateway.route.Routes.Nowhere;
import pms.gateway.route.Routes.To;
import pms.gateway.route.Routes.WrongMethod;
import pms.kit.problem.Problem;

/** Hands requests to the services behind, streaming both ways; what reaches it has passed the door and its token is valid. */
@ApplicationScoped
class Proxy {

  private static final Logger LOG = Logger.getLogger(Proxy.class);

  /** After Quarkus' filters, the last of which has −2, and before its own endpoints. */
  private static final int ORDER = 10;

  private final Routes routes;
  private final HttpClient client;
  private final Map<String, HttpProxy> services = new HashMap<>();

  Proxy(Vertx vertx, GatewayConfig config, Routes routes, Senders senders) {
    this.routes = routes;
    this.client = client(vertx, config.upstream());
    config.services().forEach((name, address) -> services.put(name, proxy(name, address, config.upstream(), senders)));
  }

  void register(@Observes Router router) {
    for (String root : routes.roots()) {
      router.route("/" + root).order(ORDER).handler(this::forward);
      router.route("/" + root + "/*").order(ORDER).handler(this::forward);
    }
  }

  private void forward(RoutingContext request) {
    switch (routes.way(request.request().method().name(), request.request().path())) {
      case To to -> services.get(to.service()).handle(new Cuttable(request.request()));
      case WrongMethod wrong -> {
        request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", wrong.allowed()));
        Refusals.send(
            request,
            Problem.of(405, "method-not-allowed", "Method not allowed", "This path does not know that method."));
      }
      case Nowhere nowhere -> request.next();
    }
  }

  private static HttpClient client(Vertx vertx, GatewayConfig.Upstream upstream) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) upstream.connectTimeout().toMillis())
            .setIdleTimeout((int) upstream.idleTimeout().toSeconds())
            .setKeepAliveTimeout((int) upstream.keepAlive().toSeconds())
            .setMaxWaitQueueSize(upstream.waiting())
            // What came together goes on together, as far as one read of the connection goes.
            .setMaxChunkSize(64 << 10)
            .setDecompressionSupported(false);
    PoolOptions pool = new PoolOptions().setHttp1MaxSize(upstream.connections());
    return vertx.httpClientBuilder().with(options).with(pool).build();
  }

  private HttpProxy proxy(String name, URI address, GatewayConfig.Upstream upstream, Senders senders) {
    boolean tls = "https".equals(address.getScheme());
    int port = address.getPort() > 0 ? address.getPort() : tls ? 443 : 80;
    RequestOptions options = new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(tls);
    String origin = address.getScheme() + "://" + address.getRawAuthority();
    // A tunnel would go past the interceptor; none of the services speaks WebSocket.
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> open(context, options))
        .addInterceptor(new Forwarding(name, origin, upstream.idleTimeout(), senders));
  }

  /** A client that left while a connection was being made would never be heard of again. */
  private Future<HttpClientRequest> open(ProxyContext context, RequestOptions options) {
    HttpServerResponse response = context.request().proxiedRequest().response();
    return client
        .request(new RequestOptions(options))
        .compose(request -> {
          request.exceptionHandler(broken -> LOG.debugf("%s broke off: %s", options.getHost(), broken));
          if (response.closed()) {
            request.reset();
            return Future.failedFuture(new ClosedChannelException());
          }
          return Future.succeededFuture(request);
        });
  }
}
