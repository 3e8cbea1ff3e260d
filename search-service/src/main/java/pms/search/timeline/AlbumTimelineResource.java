package pms.search.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;
import pms.search.access.Viewer;

@Path("/api/albums/{id}/timeline")
@RunOnVirtualThread
class AlbumTimelineResource {

  private final AlbumTimelines timelines;
  private final Caller caller;

  AlbumTimelineResource(AlbumTimelines timelines, Caller caller) {
    this.timelines = timelines;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "How many pictures of an album each month has; q=album:{id} taken:2024-06 of a search finds those of one")
  public AlbumTimeline months(@PathParam("id") UUID id) {
    return timelines.of(id, Viewer.of(caller));
  }
}
