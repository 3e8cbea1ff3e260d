package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.caller.Caller;

/** What the caller put into the trash, latest first. */
@Path("/api/trash")
@RunOnVirtualThread
class TrashResource {

  private final Images images;
  private final Caller caller;

  TrashResource(Images images, Caller caller) {
    this.images = images;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public ImagePage list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return images.trash(caller.id(), Cursor.parse(before), PageLimit.parse(limit));
  }
}
