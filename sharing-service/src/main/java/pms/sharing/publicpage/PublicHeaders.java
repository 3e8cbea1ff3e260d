package pms.sharing.publicpage;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pms.kit.problem.ProblemBody;
import pms.sharing.link.UnlockTries;

/** What every answer to somebody without login carries: kept by nobody unless it says so itself, found by no search engine. */
class PublicHeaders {

  private static final List<String> PATHS = List.of("/api/public/", "/s/", "/embed/", "/oembed");
  private static final String TOO_MANY = "urn:pms:problem:" + TooManyTries.TYPE;

  private final UnlockTries tries;

  PublicHeaders(UnlockTries tries) {
    this.tries = tries;
  }

  @ServerResponseFilter
  void tell(ContainerRequestContext request, ContainerResponseContext response) {
    String path = request.getUriInfo().getPath();
    if (PATHS.stream().noneMatch(path::startsWith)) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putIfAbsent("Cache-Control", List.of("private, no-store"));
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle("X-Robots-Tag", "noindex, nofollow");
    headers.putSingle("Referrer-Policy", "no-referrer");
    if (response.getEntity() instanceof ProblemBody problem && problem.type().equals(TOO_MANY)) {
      headers.putSingle("Retry-After", tries.pause().toSeconds());
    }
  }
}
