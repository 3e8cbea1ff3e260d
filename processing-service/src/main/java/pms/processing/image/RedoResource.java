package pms.processing.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** For whoever operates the system: render failed pictures once more. */
@Path("/api/admin/processing/redo")
@RunOnVirtualThread
class RedoResource {

  private final Redos redos;

  RedoResource(Redos redos) {
    this.redos = redos;
  }

  @POST
  @RolesAllowed("admin")
  public Response redo(@Valid @NotNull RedoRequest request) {
    return Response.accepted(new RedoView(redos.requeueFailed())).build();
  }
}
