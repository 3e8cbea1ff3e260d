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

@Path("/api/images/{image}/reactions")
@RunOnVirtualThread
class ImageReactionResource {

  private final Visitor caller;
  private final Things things;
  private final Reactions reactions;

  ImageReactionResource(Visitor caller, Things things, Reactions reactions) {
    this.caller = caller;
    this.things = things;
    this.reactions = reactions;
  }

  @GET
  @RolesAllowed("user")
  public ReactionsView list(@PathParam("image") UUID image) {
    return reactions.list(caller.subjects(), thing(image));
  }

  @PUT
  @Path("/{emoji}")
  @RolesAllowed("user")
  public void give(@PathParam("image") UUID image, @PathParam("emoji") String emoji) {
    reactions.give(caller.id(), thing(image), emoji);
  }

  @DELETE
  @Path("/{emoji}")
  @RolesAllowed("user")
  public void takeBack(@PathParam("image") UUID image, @PathParam("emoji") String emoji) {
    reactions.takeBack(caller.id(), thing(image), emoji);
  }

  private Thing thing(UUID image) {
    return things.image(caller.subjects(), image);
  }
}
