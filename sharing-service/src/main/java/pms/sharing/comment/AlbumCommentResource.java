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

@Path("/api/albums/{album}/comments")
@RunOnVirtualThread
class AlbumCommentResource {

  private final Visitor caller;
  private final Things things;
  private final Comments comments;

  AlbumCommentResource(Visitor caller, Things things, Comments comments) {
    this.caller = caller;
    this.things = things;
    this.comments = comments;
  }

  @GET
  @RolesAllowed("user")
  public Page<CommentView> list(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return comments.list(thing(album), Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<CommentView> say(@PathParam("album") UUID album, CommentRequest body) {
    CommentView said = comments.say(caller.subjects(), thing(album), CommentRequest.required(body));
    return RestResponse.ResponseBuilder.<CommentView>create(201)
        .header("Location", "/api/albums/" + album + "/comments/" + said.id())
        .entity(said)
        .build();
  }

  @PATCH
  @Path("/{comment}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public CommentView edit(@PathParam("album") UUID album, @PathParam("comment") UUID comment, CommentRequest body) {
    return comments.edit(caller.subjects(), thing(album), comment, CommentRequest.required(body));
  }

  @DELETE
  @Path("/{comment}")
  @RolesAllowed("user")
  public void delete(@PathParam("album") UUID album, @PathParam("comment") UUID comment) {
    comments.delete(caller.subjects(), thing(album), comment);
  }

  private Thing thing(UUID album) {
    return things.album(caller.subjects(), album);
  }
}
