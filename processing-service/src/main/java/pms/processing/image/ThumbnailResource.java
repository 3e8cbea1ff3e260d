package pms.processing.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** The bytes of thumbnails. With a version in the address they never change and may be kept for ever. */
@Path("/api/images/{id}/thumbnails/{size}")
@RunOnVirtualThread
class ThumbnailResource {

  private static final Set<String> SIZES = Set.of("small", "medium", "large");

  private final Caller caller;
  private final Pictures pictures;
  private final Bytes bytes;

  ThumbnailResource(Caller caller, Pictures pictures, Bytes bytes) {
    this.caller = caller;
    this.pictures = pictures;
    this.bytes = bytes;
  }

  @GET
  @RolesAllowed("user")
  public Response thumbnail(
      @PathParam("id") UUID id,
      @PathParam("size") String size,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("version") String version,
      Request request) {
    if (!SIZES.contains(size)) {
      throw Problem.invalid("size", "is one of small, medium, large");
    }
    Image image = pictures.visible(id, caller);
    StoredRendition rendition = pictures.rendition(image, number(version), size);
    return bytes.thumbnail(rendition, version != null, request);
  }

  private static int number(String version) {
    if (version == null) {
      return Job.VERSION;
    }
    if (!version.matches("[1-9]\\d{0,8}")) {
      throw Problem.invalid("version", "is a whole number from 1 on");
    }
    return Integer.parseInt(version);
  }
}
