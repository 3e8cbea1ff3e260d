package pms.upload.guest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** What a request without login says of who sends it, handed on to the service that knows what it means. */
public class GuestSender {

  /** The segment of the path that names the link. */
  @PathParam("token")
  String link;

  @HeaderParam("Cookie")
  String cookies;

  @HeaderParam("Link-Pass")
  String pass;

  /** Set by the gateway, which takes away what clients claim. */
  @HeaderParam("X-Forwarded-For")
  String forwardedFor;

  @Context HttpServerRequest request;

  String address() {
    return forwardedFor == null || forwardedFor.isBlank() ? request.remoteAddress().hostAddress() : forwardedFor;
  }
}
