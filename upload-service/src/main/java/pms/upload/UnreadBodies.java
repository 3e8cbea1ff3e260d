package pms.upload;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Who is refused in the middle of a body may go on sending for a moment, since many clients read the answer only then; what
 * comes is thrown away, and after that the line is cut.
 */
class UnreadBodies {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final CurrentVertxRequest current;
  private final Vertx vertx;

  UnreadBodies(CurrentVertxRequest current, Vertx vertx) {
    this.current = current;
    this.vertx = vertx;
  }

  @ServerResponseFilter
  void cutLater(ContainerResponseContext response) {
    HttpServerRequest request = current.getCurrent().request();
    if (response.getStatus() >= 300 && !request.isEnded()) {
      vertx.setTimer(MOMENT.toMillis(), timer -> cut(request));
    }
  }

  private static void cut(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }
}
