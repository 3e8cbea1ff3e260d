package pms.sharing.guest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.internal.InternalCalls;
import pms.sharing.publicpage.Guest;

/**
 * What upload-service asks while a guest sends a picture. The gateway does not route it, and every request needs a seal: there
 * is no user whose token could say who asks.
 */
@Path("/internal/guest-uploads")
@RunOnVirtualThread
@Consumes("application/json")
class GuestUploadResource {

  private static final String PURPOSE = "guest uploads";

  private final InternalCalls calls;
  private final GuestUploads uploads;

  GuestUploadResource(InternalCalls calls, GuestUploads uploads) {
    this.calls = calls;
    this.uploads = uploads;
  }

  @POST
  @Path("/begin")
  @PermitAll
  @Operation(hidden = true)
  public GuestPermit begin(LinkName link, @HeaderParam(InternalCalls.HEADER) String seal, @BeanParam Guest guest) {
    calls.require(seal, PURPOSE);
    return uploads.begin(link.link(), guest);
  }

  @POST
  @Path("/finish")
  @PermitAll
  @Operation(hidden = true)
  public GuestPermit finish(LinkName link, @HeaderParam(InternalCalls.HEADER) String seal) {
    calls.require(seal, PURPOSE);
    return uploads.finish(link.link());
  }
}
