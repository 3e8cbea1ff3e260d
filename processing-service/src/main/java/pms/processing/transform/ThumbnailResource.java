package pms.processing.transform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.processing.http.Accepted;
import pms.processing.http.Numbers;
import pms.processing.image.Bytes;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.StoredFile;

/**
 * The bytes of thumbnails, of the newest version that has some unless another is asked for. With a version in the address they
 * never change and may be kept for ever.
 */
@Path("/api/images/{id}/thumbnails/{size}")
@RunOnVirtualThread
class ThumbnailResource {

  private final Caller caller;
  private final Pictures pictures;
  private final Thumbnails thumbnails;
  private final Bytes bytes;

  ThumbnailResource(Caller caller, Pictures pictures, Thumbnails thumbnails, Bytes bytes) {
    this.caller = caller;
    this.pictures = pictures;
    this.thumbnails = thumbnails;
    this.bytes = bytes;
  }

  @GET
  @RolesAllowed("user")
  public Response thumbnail(
      @PathParam("id") UUID id,
      @PathParam("size") String size,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("version") String version,
      @HeaderParam(HttpHeaders.ACCEPT) String accept,
      Request request) {
    if (!Thumbnails.SIZES.containsKey(size)) {
      throw Problem.invalid("size", "is one of small, medium, large");
    }
    Integer wanted = Numbers.version(version);
    Picture picture = pictures.visible(id, caller);
    int meant = pictures.version(picture, wanted, caller);
    StoredFile file = thumbnails.get(picture, meant, size, new Accepted(accept), caller);
    return bytes.rendition(file, wanted != null, true, request).build();
  }
}
