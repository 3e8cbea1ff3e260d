package pms.upload.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;

/** For other services in their caller's name; the gateway does not route it. */
@Path("/internal/images")
@RunOnVirtualThread
@RolesAllowed("user")
class ReceiptResource {

  private final Caller caller;
  private final Images images;

  ReceiptResource(Caller caller, Images images) {
    this.caller = caller;
    this.images = images;
  }

  @GET
  @Path("/{id}")
  @Operation(hidden = true)
  public ImageReceipt receipt(UUID id) {
    return images.receipt(caller.id(), id);
  }
}
