package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import pms.sharing.publicpage.Guest;

/** What guests say about one image of a link. Nobody logs in here: the token in the path is the right. */
@Path("/api/public/{token}/images/{id}/comments")
@RunOnVirtualThread
class GuestImageCommentResource {

  private final GuestComments comments;

  GuestImageCommentResource(GuestComments comments) {
    this.comments = comments;
  }

  @GET
  @PermitAll
  public Page<CommentView> list(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @BeanParam Guest guest,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return comments.list(token, guest, id, Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @PermitAll
  public RestResponse<CommentView> say(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key,
      CommentRequest.OfGuest body) {
    GuestKey author = GuestKey.of(key).orElseGet(GuestKey::fresh);
    CommentView said = comments.say(token, guest, id, author, CommentRequest.OfGuest.required(body));
    return RestResponse.ResponseBuilder.<CommentView>create(201).entity(said).header(GuestKey.HEADER, author.value()).build();
  }

  @PATCH
  @Path("/{comment}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @PermitAll
  public CommentView edit(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("comment") UUID comment,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key,
      CommentRequest body) {
    return comments.edit(token, guest, id, comment, GuestKey.of(key), CommentRequest.required(body));
  }

  @DELETE
  @Path("/{comment}")
  @PermitAll
  public void delete(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("comment") UUID comment,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    comments.delete(token, guest, id, comment, GuestKey.of(key));
  }
}
