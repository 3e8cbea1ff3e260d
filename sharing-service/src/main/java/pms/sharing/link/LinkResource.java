package pms.sharing.link;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

@Path("/api/links")
@RunOnVirtualThread
class LinkResource {

  private final Visitor caller;
  private final Links links;
  private final LinkTargets targets;
  private final LinkChanges changes;

  LinkResource(Visitor caller, Links links, LinkTargets targets, LinkChanges changes) {
    this.caller = caller;
    this.links = links;
    this.targets = targets;
    this.changes = changes;
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed("user")
  public RestResponse<LinkView> create(
      @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class))) String body) {
    LinkFields fields = LinkFields.parse(body);
    LinkTarget target = targets.managed(caller, fields.id("album"), fields.id("image"));
    LinkView link = links.create(new LinkMaker(caller.id(), caller.quota()), target, changes.ofNew(fields));
    return RestResponse.ResponseBuilder.<LinkView>create(201)
        .header("Location", "/api/links/" + link.id())
        .header("ETag", IfMatch.tag(link.revision()))
        // The one answer with the token in it.
        .header("Cache-Control", "no-store")
        .entity(link)
        .build();
  }

  /** The links one made oneself, newest first; or all of one album or image, whoever made them. */
  @GET
  @RolesAllowed("user")
  public Page<LinkView> list(
      @QueryParam("album") UUID album,
      @QueryParam("image") UUID image,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return album == null && image == null
        ? links.madeBy(caller.id(), Cursor.parse(after), Limit.parse(limit))
        : links.list(targets.managed(caller, album, image), Cursor.parse(after), Limit.parse(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  public RestResponse<LinkView> get(@PathParam("id") UUID id) {
    return tagged(links.get(caller.subjects(), id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public RestResponse<LinkView> change(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = LinkRequest.class))) String body) {
    LinkView known = links.get(caller.subjects(), id);
    LinkChange wishes = changes.ofPatch(LinkFields.parse(body));
    return tagged(links.change(caller.subjects(), known.id(), new IfMatch(ifMatch)::require, wishes));
  }

  /** Closed at once: every public request asks the database. */
  @DELETE
  @Path("/{id}")
  @RolesAllowed("user")
  public void revoke(@PathParam("id") UUID id) {
    links.revoke(caller.subjects(), id);
  }

  private static RestResponse<LinkView> tagged(LinkView link) {
    return RestResponse.ResponseBuilder.ok(link).header("ETag", IfMatch.tag(link.revision())).build();
  }
}
