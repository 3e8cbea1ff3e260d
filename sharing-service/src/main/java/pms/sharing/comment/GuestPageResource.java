package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.sharing.publicpage.Guest;

/** The forms under the comments on a link's page. Nobody logs in here: the token in the path is the right. */
@Path("/s/{token}/comments")
@Consumes("application/x-www-form-urlencoded")
@Produces("text/html")
@RunOnVirtualThread
class GuestPageResource {

  private final GuestPages pages;

  GuestPageResource(GuestPages pages) {
    this.pages = pages;
  }

  @POST
  @PermitAll
  @Operation(summary = "Say something on the page of a link; ends in that page")
  public Response say(@PathParam("token") String token, @BeanParam Guest guest, @BeanParam CommentForm form) {
    return pages.say(token, guest, form);
  }

  @POST
  @Path("/{comment}/delete")
  @PermitAll
  @Operation(summary = "Delete what one said on the page of a link; ends in that page")
  public Response delete(
      @PathParam("token") String token,
      @PathParam("comment") UUID comment,
      @BeanParam Guest guest,
      @FormParam("image") UUID image) {
    return pages.delete(token, guest, image, comment);
  }
}
