package pms.sharing.album;

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
import pms.kit.problem.Problem;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

@Path("/api/albums/{album}/items")
@RunOnVirtualThread
class AlbumItemResource {

  private final Visitor visitor;
  private final ItemPages pages;
  private final Additions additions;
  private final Removals removals;
  private final ItemOrder order;

  AlbumItemResource(Visitor visitor, ItemPages pages, Additions additions, Removals removals, ItemOrder order) {
    this.visitor = visitor;
    this.pages = pages;
    this.additions = additions;
    this.removals = removals;
    this.order = order;
  }

  @GET
  @RolesAllowed("user")
  public Page<AlbumItemView> list(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return pages.list(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public ItemsAdded add(@PathParam("album") UUID album, ImageIds body) {
    return additions.add(album, body);
  }

  @POST
  @Path("/remove")
  @Consumes("application/json")
  @RolesAllowed("user")
  public void remove(@PathParam("album") UUID album, ImageIds body) {
    Set<UUID> wanted = ImageIds.required(body);
    removals.remove(visitor.subjects(), album, wanted, absent -> body.notThere(absent, ImageIds.NOT_IN_ALBUM));
  }

  @POST
  @Path("/order")
  @Consumes("application/json")
  @RolesAllowed("user")
  public void move(@PathParam("album") UUID album, OrderRequest body) {
    OrderRequest request = OrderRequest.required(body);
    order.move(visitor.subjects(), album, request, request.moved());
  }

  @DELETE
  @Path("/{image}")
  @RolesAllowed("user")
  public void remove(@PathParam("album") UUID album, @PathParam("image") UUID image) {
    removals.remove(visitor.subjects(), album, Set.of(image), absent -> Problem.notFound());
  }
}
