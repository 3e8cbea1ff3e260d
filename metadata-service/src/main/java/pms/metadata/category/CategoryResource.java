package pms.metadata.category;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.metadata.job.JobAnswers;

/** The caller's tree of categories; an image is in one of them or in none. */
@Path("/api/categories")
@RunOnVirtualThread
class CategoryResource {

  private final Categories categories;
  private final Caller caller;

  CategoryResource(Categories categories, Caller caller) {
    this.categories = categories;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public CategoryView.All list() {
    return categories.list(caller.id());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  public CategoryView get(@PathParam("id") UUID id) {
    return categories.get(caller.id(), id);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("user")
  @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = CategoryView.class)))
  public Response add(
      @RequestBody(content = @Content(schema = @Schema(implementation = CategoryRequest.Fields.class))) byte[] category) {
    CategoryView added = categories.add(caller.id(), CategoryRequest.parse(category));
    return Response.created(URI.create("/api/categories/" + added.id())).entity(added).build();
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed("user")
  @Operation(summary = "Rename it or move it, with all that is below")
  public CategoryView change(
      @PathParam("id") UUID id,
      @RequestBody(content = @Content(schema = @Schema(implementation = CategoryRequest.Fields.class))) byte[] patch) {
    return categories.change(caller.id(), caller.name(), id, CategoryRequest.parse(patch));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("user")
  @Operation(summary = "Delete it; with recursive=true also when categories or pictures are in it, which then have none")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "202", description = "Deleted; telling of its pictures goes on as a job")
  public Response delete(
      @PathParam("id") UUID id,
      @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @QueryParam("recursive") @DefaultValue("false") String recursive) {
    if (!recursive.equals("true") && !recursive.equals("false")) {
      throw Problem.invalid("recursive", "must be true or false");
    }
    return categories.delete(caller.id(), caller.name(), id, recursive.equals("true"))
        .map(JobAnswers::accepted)
        .orElseGet(() -> Response.noContent().build());
  }
}
