package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.caller.Caller;
import pms.metadata.extract.Listing;

/** The caller's own library. */
@Path("/api/images")
@RunOnVirtualThread
class ImageResource {

  private final Images images;
  private final Caller caller;

  ImageResource(Images images, Caller caller) {
    this.images = images;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public ImagePage list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return images.library(caller.id(), Cursor.parse(before), PageLimit.parse(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  public RestResponse<ImageView> get(@PathParam("id") UUID id) {
    return tagged(images.get(key(id)));
  }

  @GET
  @Path("/{id}/metadata")
  @RolesAllowed("user")
  public Listing metadata(@PathParam("id") UUID id) {
    return images.listing(key(id));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed("user")
  public RestResponse<ImageView> edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = ImageChange.class))) byte[] patch) {
    ImagePatch parsed = ImagePatch.parse(patch);
    return tagged(images.edit(key(id), new ExpectedRevision(ifMatch), parsed::over));
  }

  private ImageKey key(UUID id) {
    return new ImageKey(caller.id(), id);
  }

  private static RestResponse<ImageView> tagged(Image image) {
    return RestResponse.ResponseBuilder.ok(ImageView.of(image))
        .header(HttpHeaders.ETAG, ExpectedRevision.tag(image.revision))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
