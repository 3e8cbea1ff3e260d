package pms.upload.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;

@Path("/api/trash")
@RunOnVirtualThread
@RolesAllowed("user")
class TrashResource {

  private final Caller caller;
  private final Purges purges;

  TrashResource(Caller caller, Purges purges) {
    this.caller = caller;
    this.purges = purges;
  }

  /** 202 when there was too much for one request: the rest follows by itself. */
  @DELETE
  @Operation(summary = "Delete everything in your trash for good")
  public Response empty() {
    return purges.emptyTrash(caller.id()) ? Response.noContent().build() : Response.accepted().build();
  }
}
