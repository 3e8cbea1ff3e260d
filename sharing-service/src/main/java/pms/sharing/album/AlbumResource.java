package pms.sharing.album;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.smart.SmartSearch;
import pms.sharing.person.Visitor;

@Path("/api/albums")
@RunOnVirtualThread
class AlbumResource {

  private final Visitor visitor;
  private final Albums albums;
  private final AlbumEditing editing;
  private final SmartSearch search;

  AlbumResource(Visitor visitor, Albums albums, AlbumEditing editing, SmartSearch search) {
    this.visitor = visitor;
    this.albums = albums;
    this.editing = editing;
    this.search = search;
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<AlbumView> create(AlbumRequest body) {
    AlbumRequest request = AlbumRequest.required(body);
    Optional.ofNullable(request.query()).ifPresent(query -> search.check(visitor.id(), query));
    AlbumView album = albums.create(visitor.subjects(), visitor.label(), request);
    return RestResponse.ResponseBuilder.<AlbumView>create(201)
        // Relative as it stands: an absolute one would name this service and not the gateway.
        .header("Location", "/api/albums/" + album.id())
        .header("ETag", Precondition.tag(album.revision()))
        .entity(album)
        .build();
  }

  @GET
  @RolesAllowed("user")
  public Page<AlbumView> list(
      @QueryParam("parent") String parent, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    Optional<UUID> around = Optional.ofNullable(parent).map(id -> ImageIds.parse("parent", id, "is not the id of an album"));
    return albums.list(visitor.subjects(), around, Cursor.parse(after), Limit.parse(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  public RestResponse<AlbumView> get(@PathParam("id") UUID id) {
    return tagged(albums.get(visitor.subjects(), id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public RestResponse<AlbumView> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = AlbumPatch.class))) String body) {
    AlbumPatch patch = AlbumPatch.parse(body);
    patch.query().ifPresent(query -> search.check(visitor.id(), query));
    Precondition precondition = new Precondition(ifMatch);
    return tagged(
        patch.moves()
            ? editing.move(visitor.subjects(), id, precondition, patch)
            : editing.change(visitor.subjects(), id, precondition, patch));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("user")
  public void delete(@PathParam("id") UUID id) {
    editing.delete(visitor.subjects(), id);
  }

  private static RestResponse<AlbumView> tagged(AlbumView album) {
    return RestResponse.ResponseBuilder.ok(album).header("ETag", Precondition.tag(album.revision())).build();
  }
}
