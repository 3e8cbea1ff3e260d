package pms.sharing.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.sharing.person.Visitor;

/** Asked by the other services with their caller's token; the gateway does not route it. */
@Path("/internal/access")
@RunOnVirtualThread
class AccessResource {

  private final Visitor visitor;
  private final Accesses accesses;

  AccessResource(Visitor visitor, Accesses accesses) {
    this.visitor = visitor;
    this.accesses = accesses;
  }

  @GET
  @Path("/{image}")
  @RolesAllowed("user")
  @Operation(hidden = true)
  public Access decide(@PathParam("image") UUID image, @QueryParam("right") @DefaultValue("view") String right) {
    return new Access(accesses.decide(visitor.subjects(), image, Right.ofImage(right)));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  @Operation(hidden = true)
  public AccessList decide(AccessRequest body) {
    AccessRequest request = AccessRequest.required(body);
    return new AccessList(accesses.allowed(visitor.subjects(), request.images(), request.wanted()));
  }
}
