package pms.sharing.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;

/** Asked by the other services with their caller's token; the gateway does not route it. */
@Path("/internal/access")
@RunOnVirtualThread
class AccessResource {

  private final Caller caller;
  private final Accesses accesses;

  AccessResource(Caller caller, Accesses accesses) {
    this.caller = caller;
    this.accesses = accesses;
  }

  @GET
  @Path("/{image}")
  @RolesAllowed("user")
  @Operation(hidden = true)
  public Access decide(@PathParam("image") UUID image, @QueryParam("right") @DefaultValue("view") String right) {
    return accesses.decide(caller.id(), image, Right.parse(right));
  }
}
