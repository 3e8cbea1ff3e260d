package pms.metadata.tag;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.metadata.job.Job;
import pms.metadata.job.JobAnswers;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;
import pms.metadata.page.TextCursor;

/** The words of the caller's library. A tag is found in any spelling: case and accents do not count. */
@Path("/api/tags")
@RunOnVirtualThread
class TagResource {

  private final Tags tags;
  private final TagJobs jobs;
  private final Caller caller;

  TagResource(Tags tags, TagJobs jobs, Caller caller) {
    this.tags = tags;
    this.jobs = jobs;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "Your tags with how many pictures each has; with prefix those that begin so")
  public Page<TagView> list(
      @QueryParam("prefix") String prefix,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("after") String after) {
    return tags.list(caller.id(), prefix, TextCursor.parse(after, "after"), Limit.parse(limit, 50, 1000));
  }

  /** Also for names that no path can have: the gateway lets none pass that two could read differently. */
  @PATCH
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed("user")
  @Operation(summary = "Rename the tag of this name, whatever characters are in it, on all pictures")
  @APIResponse(responseCode = "200", description = "Done", content = @Content(schema = @Schema(implementation = TagView.class)))
  @APIResponse(responseCode = "202", description = "Goes on as a job, since there are many")
  public Response renameNamed(
      @QueryParam("name") String name,
      @RequestBody(content = @Content(schema = @Schema(implementation = TagRename.Fields.class))) byte[] patch) {
    return rename(given(name), patch);
  }

  @DELETE
  @RolesAllowed("user")
  @Operation(summary = "Take the tag of this name, whatever characters are in it, off all pictures")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "202", description = "Goes on as a job, since there are many")
  public Response deleteNamed(@QueryParam("name") String name) {
    return delete(given(name));
  }

  /** A tag may contain slashes. */
  @PATCH
  @Path("/{name:.+}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed("user")
  @Operation(summary = "Rename a tag on all pictures; one that is there already takes it in")
  @APIResponse(responseCode = "200", description = "Done", content = @Content(schema = @Schema(implementation = TagView.class)))
  @APIResponse(responseCode = "202", description = "Goes on as a job, since there are many")
  public Response rename(
      @PathParam("name") String name,
      @RequestBody(content = @Content(schema = @Schema(implementation = TagRename.Fields.class))) byte[] patch) {
    TagRename rename = TagRename.parse(patch);
    Job job = jobs.rename(caller.id(), caller.name(), name, rename.name());
    return job.isFinished() ? Response.ok(tags.view(caller.id(), rename.name())).build() : JobAnswers.accepted(job);
  }

  @DELETE
  @Path("/{name:.+}")
  @RolesAllowed("user")
  @Operation(summary = "Take a tag off all pictures")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "202", description = "Goes on as a job, since there are many")
  public Response delete(@PathParam("name") String name) {
    Job job = jobs.delete(caller.id(), caller.name(), name);
    return job.isFinished() ? Response.noContent().build() : JobAnswers.accepted(job);
  }

  private static String given(String name) {
    if (name == null || name.isBlank()) {
      throw Problem.invalid("name", "must be given as a parameter");
    }
    return name;
  }
}
