package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.caller.Caller;
import pms.metadata.history.Author;
import pms.metadata.history.HistoryView;
import pms.metadata.page.IdCursor;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;

/** What people said about an image of the caller's: every change, the way back, and all of it as a file. */
@Path("/api/images/{id}")
@RunOnVirtualThread
class HistoryResource {

  private final Images images;
  private final Histories histories;
  private final Caller caller;

  HistoryResource(Images images, Histories histories, Caller caller) {
    this.images = images;
    this.histories = histories;
    this.caller = caller;
  }

  @GET
  @Path("/history")
  @RolesAllowed("user")
  @Operation(summary = "Every change that somebody made, latest first")
  public Page<HistoryView> list(
      @PathParam("id") UUID id,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return histories.list(key(id), IdCursor.parse(before, "before"), Limit.parse(limit, 50, 500));
  }

  @POST
  @Path("/history/{entry}/revert")
  @RolesAllowed("user")
  @Operation(summary = "Take one change back; later ones of other fields stay")
  public RestResponse<ImageView> revert(@PathParam("id") UUID id, @PathParam("entry") UUID entry) {
    return ImageAnswers.own(histories.revert(key(id), entry, Author.of(caller.id(), caller.name())));
  }

  @GET
  @Path("/sidecar.xmp")
  @Produces("application/rdf+xml")
  @RolesAllowed("user")
  @Operation(summary = "What counts of the image as an XMP file to lie beside the original")
  public RestResponse<String> sidecar(@PathParam("id") UUID id) {
    Image image = images.get(key(id));
    String name = URLEncoder.encode(image.fileName + ".xmp", StandardCharsets.UTF_8).replace("+", "%20");
    return RestResponse.ResponseBuilder.ok(XmpSidecar.of(image.words(), image.tags()))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"image.xmp\"; filename*=UTF-8''" + name)
        .header(HttpHeaders.ETAG, ExpectedRevision.tag(image.revision))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  private ImageKey key(UUID id) {
    return new ImageKey(caller.id(), id);
  }
}
