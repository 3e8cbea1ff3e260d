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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.publicpage.Guest;

/** Signs that guests give to one image of a link. Nobody logs in here: the token in the path is the right. */
@Path("/api/public/{token}/images/{id}/reactions")
@RunOnVirtualThread
class GuestImageReactionResource {

  private final GuestReactions reactions;

  GuestImageReactionResource(GuestReactions reactions) {
    this.reactions = reactions;
  }

  @GET
  @PermitAll
  public ReactionsView list(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    return reactions.list(token, guest, id, GuestKey.of(key));
  }

  @PUT
  @Path("/{emoji}")
  @PermitAll
  public RestResponse<Void> give(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("emoji") String emoji,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    GuestKey author = GuestKey.of(key).orElseGet(GuestKey::fresh);
    reactions.give(token, guest, id, author, emoji);
    return RestResponse.ResponseBuilder.<Void>create(204).header(GuestKey.HEADER, author.value()).build();
  }

  @DELETE
  @Path("/{emoji}")
  @PermitAll
  public void takeBack(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("emoji") String emoji,
      @BeanParam Guest guest,
      @HeaderParam(GuestKey.HEADER) String key) {
    reactions.takeBack(token, guest, id, GuestKey.of(key), emoji);
  }
}
