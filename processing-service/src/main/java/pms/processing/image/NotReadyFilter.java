package pms.processing.image;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pms.kit.problem.ProblemBody;

/** Tells clients when to ask again for what is still being made. */
class NotReadyFilter {

  private static final String NOT_READY = "urn:pms:problem:" + Pictures.NotReady.TYPE;

  @ServerResponseFilter
  void tell(ContainerResponseContext response) {
    if (response.getEntity() instanceof ProblemBody problem && problem.type().equals(NOT_READY)) {
      response.getHeaders().putSingle("Retry-After", "1");
      response.getHeaders().putSingle("Cache-Control", "no-store");
    }
  }
}
