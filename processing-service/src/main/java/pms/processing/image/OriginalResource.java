package pms.processing.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.kit.strip.Strip;

/** The bytes as they were uploaded; where they were replaced, those that the current version is made from. */
@Path("/api/images/{id}/original")
@RunOnVirtualThread
class OriginalResource {

  private final Caller caller;
  private final Pictures pictures;
  private final Bytes bytes;

  OriginalResource(Caller caller, Pictures pictures, Bytes bytes) {
    this.caller = caller;
    this.pictures = pictures;
    this.bytes = bytes;
  }

  /**
   * The original's bytes.
   *
   * @param download present, or {@code true}: to be saved instead of shown
   * @param strip {@code gps}: without the place; {@code all}: without all metadata; the pixels are not encoded anew
   */
  @GET
  @RolesAllowed("user")
  public Response original(
      @PathParam("id") UUID id,
      @QueryParam("download") String download,
      @QueryParam("strip") @Parameter(schema = @Schema(enumeration = {"gps", "all"})) String strip,
      @Context UriInfo uri,
      @HeaderParam("Range") String range,
      @HeaderParam("If-Range") String ifRange,
      Request request) {
    Picture picture = pictures.withOriginal(id, caller);
    // An address that ends in ?download has the parameter, but no value.
    boolean save = uri.getQueryParameters().containsKey("download") && !"false".equals(download);
    if (strip == null) {
      return bytes.original(picture, false, save, new Bytes.Wanted(range, ifRange), request);
    }
    Strip what = Strip.of(strip).orElseThrow(() -> Problem.invalid("strip", "is gps or all"));
    return bytes.stripped(picture, what, pictures.bare(picture), save, request);
  }
}
