package pms.sharing.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.problem.Problem;
import pms.sharing.image.Images;
import pms.sharing.image.NewImages;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

@Path("/api/images/{image}/grants")
@RunOnVirtualThread
class GrantResource {

  private final Visitor visitor;
  private final Granting granting;
  private final Images images;
  private final NewImages newImages;

  GrantResource(Visitor visitor, Granting granting, Images images, NewImages newImages) {
    this.visitor = visitor;
    this.granting = granting;
    this.images = images;
    this.newImages = newImages;
  }

  @GET
  @RolesAllowed("user")
  public Page<GrantView> list(
      @PathParam("image") UUID image, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return granting.list(visitor.subjects(), image, Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<GrantView> give(@PathParam("image") UUID image, GrantRequest body) {
    GrantRequest request = GrantRequest.required(body);
    learn(image);
    var given = granting.give(visitor.subjects(), image, request.label(), request.level());
    return RestResponse.ResponseBuilder.<GrantView>create(given.fresh() ? 201 : 200).entity(given.grant()).build();
  }

  @DELETE
  @Path("/{grant}")
  @RolesAllowed("user")
  public void revoke(@PathParam("image") UUID image, @PathParam("grant") UUID grant) {
    granting.revoke(visitor.subjects(), image, grant);
  }

  /** An image so new that its event is still on its way can be given already. */
  private void learn(UUID image) {
    if (images.known(visitor.id(), Set.of(image)).isEmpty()
        && !newImages.learn(visitor.id(), visitor.authorization(), image)) {
      throw Problem.notFound();
    }
  }
}
