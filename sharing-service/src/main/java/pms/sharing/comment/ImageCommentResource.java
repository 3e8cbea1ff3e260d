package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

@Path("/api/images/{image}/comments")
@RunOnVirtualThread
class ImageCommentResource {

  private final Visitor caller;
  private final Things things;
  private final Comments comments;

  ImageCommentResource(Visitor caller, Things things, Comments comments) {
    this.caller = caller;
    this.things = things;
    this.comments = comments;
  }

  @GET
  @RolesAllowed("user")
  public Page<CommentView> list(
      @PathParam("image") UUID image, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return comments.list(thing(image), Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<CommentView> say(@PathParam("image") UUID image, CommentRequest body) {
    CommentView said = comments.say(caller.subjects(), thing(image), CommentRequest.required(body));
    return RestResponse.ResponseBuilder.<CommentView>create(201)
        .header("Location", "/api/images/" + image + "/comments/" + said.id())
        .entity(said)
        .build();
  }

  @PATCH
  @Path("/{comment}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public CommentView edit(@PathParam("image") UUID image, @PathParam("comment") UUID comment, CommentRequest body) {
    return comments.edit(caller.subjects(), thing(image), comment, CommentRequest.required(body));
  }

  @DELETE
  @Path("/{comment}")
  @RolesAllowed("user")
  public void delete(@PathParam("image") UUID image, @PathParam("comment") UUID comment) {
    comments.delete(caller.subjects(), thing(image), comment);
  }

  private Thing thing(UUID image) {
    return things.image(caller.subjects(), image);
  }
}
