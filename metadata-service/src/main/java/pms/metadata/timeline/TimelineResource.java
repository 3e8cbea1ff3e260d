package pms.metadata.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.caller.Caller;
import pms.metadata.page.Limit;

/** The caller's pictures by the time they were taken, without trash and archive. */
@Path("/api/timeline")
@RunOnVirtualThread
class TimelineResource {

  private static final int MOST = 10_000;

  private final Timelines timelines;
  private final Caller caller;

  TimelineResource(Timelines timelines, Caller caller) {
    this.timelines = timelines;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "How many pictures each month has, crowded months by days as well")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TimelineView.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since")
  public Response months(@Context Request request) {
    return answer(request, timelines.revision(caller.id()), () -> timelines.months(caller.id()));
  }

  @GET
  @Path("/{bucket}")
  @RolesAllowed("user")
  @Operation(summary = "The pictures of a month, a day or of unknown time, as columns, newest first")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BucketView.class)))
  @APIResponse(responseCode = "304", description = "Nothing changed since")
  public Response bucket(
      @PathParam("bucket") String bucket,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before,
      @Context Request request) {
    BucketKey key = BucketKey.parse(bucket);
    BucketCursor cursor = BucketCursor.parse(before);
    Limit most = Limit.parse(limit, MOST, MOST);
    long revision = timelines.revision(caller.id(), key);
    return answer(request, revision, () -> timelines.pictures(caller.id(), key, cursor, most));
  }

  private static Response answer(Request request, long revision, Supplier<Object> body) {
    EntityTag tag = new EntityTag(Long.toString(revision));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(body.get()).tag(tag) : unchanged;
    return response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
  }
}
