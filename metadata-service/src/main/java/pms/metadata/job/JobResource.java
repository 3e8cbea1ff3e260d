package pms.metadata.job;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.metadata.page.IdCursor;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;

/** The caller's jobs: work on many images that goes on while the caller does something else. */
@Path("/api/jobs")
@RunOnVirtualThread
class JobResource {

  private final Jobs jobs;
  private final Caller caller;

  JobResource(Jobs jobs, Caller caller) {
    this.jobs = jobs;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "Your jobs of the last thirty days, latest first")
  public Page<JobView> list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return jobs.list(caller.id(), IdCursor.parse(before, "before"), Limit.parse(limit, 50, 500));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  @Operation(summary = "How far a job is, and which images it could not change")
  public JobView get(@PathParam("id") UUID id, @QueryParam("after") String after) {
    return jobs.get(caller.id(), id, IdCursor.parse(after, "after"));
  }

  @POST
  @Path("/{id}/undo")
  @RolesAllowed("user")
  @Operation(summary = "Take back what a finished job changed, by another job; what was changed since stays")
  @APIResponse(responseCode = "202", description = "Accepted", content = @Content(schema = @Schema(implementation = JobView.class)))
  public Response undo(@PathParam("id") UUID id) {
    return JobAnswers.accepted(jobs.undo(caller.id(), caller.name(), id));
  }
}
