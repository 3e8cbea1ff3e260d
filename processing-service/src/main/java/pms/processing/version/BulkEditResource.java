package pms.processing.version;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import pms.kit.caller.Caller;

/** One recipe for many of the caller's own pictures; what cannot be done to one is told and does not stop the others. */
@Path("/api/images/edits")
@RunOnVirtualThread
class BulkEditResource {

  private final Edits edits;
  private final Caller caller;

  BulkEditResource(Edits edits, Caller caller) {
    this.edits = edits;
    this.caller = caller;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("user")
  public BulkEditView edit(
      @RequestBody(content = @Content(schema = @Schema(implementation = BulkEditRequest.class))) byte[] body) {
    return BulkEditView.of(edits.editAll(BulkEditRequest.parse(body), Author.of(caller)));
  }
}
