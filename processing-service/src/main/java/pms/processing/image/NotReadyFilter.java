package pms.processing.image;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import pms.kit.problem.ProblemBody;

/** Tells clients when to ask again for what is still being made, or waits for its turn. */
class NotReadyFilter {

  private static final Set<String> SOON =
      Set.of("urn:pms:problem:" + Pictures.NotReady.TYPE, "urn:pms:problem:" + Darkroom.Busy.TYPE);

  @ServerResponseFilter
  void tell(ContainerResponseContext response) {
    if (response.getEntity() instanceof ProblemBody problem && SOON.contains(problem.type())) {
      response.getHeaders().putSingle("Retry-After", "1");
      response.getHeaders().putSingle("Cache-Control", "no-store");
    }
  }
}
