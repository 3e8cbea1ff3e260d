package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.metadata.job.JobAnswers;
import pms.metadata.job.JobView;

/** One change for many of the caller's own images. */
@Path("/api/images/bulk")
@RunOnVirtualThread
class BulkResource {

  private final Bulks bulks;

  BulkResource(Bulks bulks) {
    this.bulks = bulks;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("user")
  @Operation(summary = "Change up to 10,000 images, or all of yours that a query finds; goes on as a job")
  @APIResponse(responseCode = "202", description = "Accepted", content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response change(
      @RequestBody(content = @Content(schema = @Schema(implementation = BulkRequest.Fields.class))) byte[] request) {
    return JobAnswers.accepted(bulks.start(BulkRequest.parse(request)));
  }
}
