package pms.upload;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pms.kit.problem.Problem;

/** Only uploads themselves take a large body; every other one is read whole and must be small. */
class RequestLimits {

  static final int LARGEST = 1 << 20;
  private static final Pattern UPLOADS =
      Pattern.compile("/api/images(?:/[^/]+/original)?|/(?:api/public|s)/[^/]+/images");
  private static final String RETRY_AFTER = "Retry-After";
  private static final String PAUSE = "5";

  @ServerRequestFilter
  void limit(ContainerRequestContext request) throws IOException {
    if (request.getMethod().equals(HttpMethod.GET) || UPLOADS.matcher(request.getUriInfo().getPath()).matches()) {
      return;
    }
    if (request.getLength() > LARGEST) {
      throw tooLarge();
    }
    if (request.getLength() < 0 && request.hasEntity()) {
      byte[] body = request.getEntityStream().readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw tooLarge();
      }
      request.setEntityStream(new ByteArrayInputStream(body));
    }
  }

  @ServerResponseFilter
  void sayWhenToComeBack(ContainerResponseContext response) {
    if (response.getStatus() == 503 || response.getStatus() == 429) {
      response.getHeaders().putSingle(RETRY_AFTER, PAUSE);
    }
  }

  private static Problem tooLarge() {
    return Problem.of(413, "too-large", "Too large", "body: has more than " + LARGEST + " bytes.");
  }
}
