package pms.processing.transform;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pms.kit.problem.ProblemBody;

/** Tells clients when to ask again. */
class TooManyRendersFilter {

  private static final String TOO_MANY = "urn:pms:problem:" + TooManyRenders.TYPE;

  @ServerResponseFilter
  void tell(ContainerResponseContext response) {
    if (response.getEntity() instanceof ProblemBody problem && problem.type().equals(TOO_MANY)) {
      response.getHeaders().putSingle("Retry-After", problem.detail().replaceAll("\\D+", ""));
      response.getHeaders().putSingle("Cache-Control", "no-store");
    }
  }
}
