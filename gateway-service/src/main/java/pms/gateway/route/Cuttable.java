package pms.gateway.route;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer can be broken off by closing the connection. Vert.x' own {@code reset} closes it too, but tells
 * nobody (handlers for the end and for exceptions are skipped), so that Quarkus would count the request as running for ever and
 * wait for it when it stops.
 */
final class Cuttable extends HttpServerRequestWrapper {

  private final HttpServerResponse response;

  Cuttable(HttpServerRequest request) {
    super((HttpServerRequestInternal) request);
    this.response = new AbstractResponseWrapper(request.response()) {
      @Override
      public boolean reset() {
        return reset(0);
      }

      @Override
      public boolean reset(long code) {
        request.connection().close();
        return true;
      }
    };
  }

  @Override
  public HttpServerResponse response() {
    return response;
  }
}
