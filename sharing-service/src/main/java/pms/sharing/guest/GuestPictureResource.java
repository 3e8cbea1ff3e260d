package pms.sharing.guest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

/** What visitors of an album's links sent, until its owners accept or reject it. */
@Path("/api/albums/{album}/guest-pictures")
@RunOnVirtualThread
class GuestPictureResource {

  private final Visitor visitor;
  private final Moderation moderation;
  private final GuestBytes bytes;

  GuestPictureResource(Visitor visitor, Moderation moderation, GuestBytes bytes) {
    this.visitor = visitor;
    this.moderation = moderation;
    this.bytes = bytes;
  }

  @GET
  @RolesAllowed("user")
  public Page<GuestPictureView> list(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return moderation.waiting(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }

  @GET
  @Path("/{id}/file")
  @RolesAllowed("user")
  public Response look(@PathParam("album") UUID album, @PathParam("id") UUID id) {
    return bytes.send(moderation.look(visitor.subjects(), album, id));
  }

  /** 202 as long as it is only being accepted. */
  @POST
  @Path("/{id}/accept")
  @RolesAllowed("user")
  public RestResponse<AcceptedView> accept(@PathParam("album") UUID album, @PathParam("id") UUID id) {
    AcceptedView accepted = moderation.accept(visitor.subjects(), album, id);
    return RestResponse.ResponseBuilder.<AcceptedView>create(accepted.image() == null ? 202 : 200).entity(accepted).build();
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("user")
  public void reject(@PathParam("album") UUID album, @PathParam("id") UUID id) {
    moderation.reject(visitor.subjects(), album, id);
  }
}
