package pms.processing.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.internal.InternalCalls;

/**
 * For metadata-service's bulk jobs; the gateway does not route it. Open to all, since a job goes on when its owner's token has
 * ended: the seal takes the token's place.
 */
@Path("/internal/edits")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
class JobEditResource {

  private final InternalCalls calls;
  private final Edits edits;

  JobEditResource(InternalCalls calls, Edits edits) {
    this.calls = calls;
    this.edits = edits;
  }

  @POST
  @PermitAll
  @Operation(hidden = true)
  public BulkEditView edit(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body) {
    calls.require(seal, "bulk edits", body);
    JobEditRequest request = JobEditRequest.parse(body);
    return BulkEditView.of(edits.editAll(request.edit(), request.author()));
  }

  /** Nothing is done; 400 where nothing could be. */
  @POST
  @Path("/check")
  @PermitAll
  @Operation(hidden = true)
  public void check(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body) {
    calls.require(seal, "check of edits", body);
    JobEditRequest.check(body);
  }
}
