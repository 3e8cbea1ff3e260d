package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import pms.kit.problem.Problem;

/** For whoever operates the system: reads files again, after a release that reads more of them. */
@Path("/api/admin/metadata/reextract")
@RunOnVirtualThread
class RereadResource {

  private final RereadQueue queue;

  RereadResource(RereadQueue queue) {
    this.queue = queue;
  }

  @POST
  @RolesAllowed("admin")
  public Response reread(@Valid @NotNull RereadRequest request) {
    if (!request.isOneOfThem()) {
      throw Problem.invalid("ids", "give either ids, or types, or all: true");
    }
    return Response.accepted(queue.waiting(queue.add(request))).build();
  }

  @GET
  @RolesAllowed("admin")
  public RereadView waiting() {
    return queue.waiting(null);
  }
}
