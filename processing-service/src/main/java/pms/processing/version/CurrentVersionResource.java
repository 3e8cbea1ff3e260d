package pms.processing.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;

/** For upload-service in its caller's name: what an If-Match is held against when an original is replaced. */
@Path("/internal/images/{id}/version")
@RunOnVirtualThread
class CurrentVersionResource {

  private final Pictures pictures;
  private final Caller caller;

  CurrentVersionResource(Pictures pictures, Caller caller) {
    this.pictures = pictures;
    this.caller = caller;
  }

  /**
   * Where the history of a picture is.
   *
   * @param version number of the current one
   * @param originals how many files of it are known here
   */
  record Current(int version, int originals) {}

  @GET
  @RolesAllowed("user")
  @Operation(hidden = true)
  public Current current(@PathParam("id") UUID id) {
    Picture picture = pictures.editable(id, caller);
    return new Current(picture.current(), picture.originals());
  }
}
