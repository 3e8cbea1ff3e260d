package pms.processing.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.processing.image.VersionView;

/** Edits of a picture; each is a recipe over the untouched original, and makes a new version. */
@Path("/api/images/{id}/edits")
@RunOnVirtualThread
class EditResource {

  private final Edits edits;
  private final Caller caller;

  EditResource(Edits edits, Caller caller) {
    this.edits = edits;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("user")
  @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VersionView.class)))
  public Response edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = EditRequest.class))) byte[] body) {
    return created(id, edits.edit(id, EditRequest.parse(body), new IfMatch(ifMatch), caller));
  }

  @POST
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("user")
  @APIResponse(responseCode = "200", description = "the picture as JPEG or WebP", content = @Content(mediaType = "image/jpeg"))
  public Response preview(
      @PathParam("id") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = PreviewRequest.class))) byte[] body) {
    Edits.Preview preview = edits.preview(id, PreviewRequest.parse(body), caller);
    return Response.ok(preview.bytes(), preview.format())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  static Response created(UUID image, VersionView version) {
    return Response.created(URI.create("/api/images/" + image + "/versions/" + version.number()))
        .header(HttpHeaders.ETAG, IfMatch.tag(version.number()))
        .entity(version)
        .build();
  }
}
