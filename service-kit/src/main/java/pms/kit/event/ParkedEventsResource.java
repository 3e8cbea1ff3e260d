package pms.kit.event;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import pms.kit.problem.Problem;

/** Parked events of the service, for its operators. */
@Path("/api/admin/{service}/parked")
@RunOnVirtualThread
class ParkedEventsResource {

  private final EventConfig config;
  private final ParkedEvents parked;

  ParkedEventsResource(EventConfig config, ParkedEvents parked) {
    this.config = config;
    this.parked = parked;
  }

  @GET
  @RolesAllowed("admin")
  public List<ParkedEvent> list(
      @PathParam("service") String service, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
    requireThis(service);
    return parked.list(limit);
  }

  @POST
  @Path("/redrive")
  @RolesAllowed("admin")
  public ParkedEvents.Redrive redrive(
      @PathParam("service") String service, @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit)
      throws InterruptedException {
    requireThis(service);
    return parked.redrive(limit);
  }

  private void requireThis(String service) {
    if (!service.equals(config.service()) || !parked.possible()) {
      throw Problem.notFound();
    }
  }
}
