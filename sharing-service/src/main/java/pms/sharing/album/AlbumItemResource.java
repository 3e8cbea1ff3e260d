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
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;

@Path("/api/albums/{album}/items")
@RunOnVirtualThread
class AlbumItemResource {

  private final Caller caller;
  private final AlbumItems items;
  private final Additions additions;

  AlbumItemResource(Caller caller, AlbumItems items, Additions additions) {
    this.caller = caller;
    this.items = items;
    this.additions = additions;
  }

  @GET
  @RolesAllowed("user")
  public Page<AlbumItemView> list(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return items.list(new AlbumKey(caller.id(), album), Cursor.parse(after), Limit.parse(limit));
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public ItemsAdded add(@PathParam("album") UUID album, ImageIds body) {
    return additions.add(album, body);
  }

  @DELETE
  @Path("/{image}")
  @RolesAllowed("user")
  public void remove(@PathParam("album") UUID album, @PathParam("image") UUID image) {
    items.remove(new AlbumKey(caller.id(), album), image);
  }
}
