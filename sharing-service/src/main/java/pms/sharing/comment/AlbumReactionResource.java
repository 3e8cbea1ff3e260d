package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import pms.sharing.person.Visitor;

@Path("/api/albums/{album}/reactions")
@RunOnVirtualThread
class AlbumReactionResource {

  private final Visitor caller;
  private final Things things;
  private final Reactions reactions;

  AlbumReactionResource(Visitor caller, Things things, Reactions reactions) {
    this.caller = caller;
    this.things = things;
    this.reactions = reactions;
  }

  @GET
  @RolesAllowed("user")
  public ReactionsView list(@PathParam("album") UUID album) {
    return reactions.list(caller.subjects(), thing(album));
  }

  @PUT
  @Path("/{emoji}")
  @RolesAllowed("user")
  public void give(@PathParam("album") UUID album, @PathParam("emoji") String emoji) {
    reactions.give(caller.id(), thing(album), emoji);
  }

  @DELETE
  @Path("/{emoji}")
  @RolesAllowed("user")
  public void takeBack(@PathParam("album") UUID album, @PathParam("emoji") String emoji) {
    reactions.takeBack(caller.id(), thing(album), emoji);
  }

  private Thing thing(UUID album) {
    return things.album(caller.subjects(), album);
  }
}
