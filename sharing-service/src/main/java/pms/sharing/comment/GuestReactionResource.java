package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.publicpage.Guest;

/** Signs that guests give to the album or image of a link. Nobody logs in here: the token in the path is the right. */
@Path("/api/public/{token}/reactions")
@RunOnVirtualThread
class GuestReactionResource {

  private final GuestReactions reactions;

  GuestReactionResource(GuestReactions reactions) {
    this.reactions = reactions;
  }

  @GET
  @PermitAll
  public ReactionsView list(
      @PathParam("token") String token,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    return reactions.list(token, guest, null, GuestKey.of(key));
  }

  @PUT
  @Path("/{emoji}")
  @PermitAll
  public RestResponse<Void> give(
      @PathParam("token") String token,
      @PathParam("emoji") String emoji,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    GuestKey author = GuestKey.of(key).orElseGet(GuestKey::fresh);
    reactions.give(token, guest, null, author, emoji);
    return RestResponse.ResponseBuilder.<Void>create(204).header(GuestKey.HEADER, author.value()).build();
  }

  @DELETE
  @Path("/{emoji}")
  @PermitAll
  public void takeBack(
      @PathParam("token") String token,
      @PathParam("emoji") String emoji,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    reactions.takeBack(token, guest, null, GuestKey.of(key), emoji);
  }
}
