package pms.sharing.publicpage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Links for people. Nobody logs in here: the token in the path is the right, and {@link Gate} looks at it every time. */
@Path("/s/{token}")
@RunOnVirtualThread
class PublicPageResource {

  private final PageVisits visits;

  PublicPageResource(PageVisits visits) {
    this.visits = visits;
  }

  @GET
  @Produces("text/html")
  @PermitAll
  @Operation(summary = "The page of a link, for people")
  public Response show(@PathParam("token") String token, @BeanParam Guest guest, @BeanParam PageAsked asked) {
    return visits.show(token, guest, asked);
  }

  /** The form of a page that asks for a password. */
  @POST
  @Consumes("application/x-www-form-urlencoded")
  @Produces("text/html")
  @PermitAll
  public Response unlock(
      @PathParam("token") String token, @BeanParam Guest guest, @FormParam("password") String password) {
    return visits.unlock(token, guest, password);
  }
}
