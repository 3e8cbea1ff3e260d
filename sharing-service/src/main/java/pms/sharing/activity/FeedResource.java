package pms.sharing.activity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

/** Newest first. */
@Path("/api/activity")
@RunOnVirtualThread
class FeedResource {

  private final Visitor visitor;
  private final Feed feed;

  FeedResource(Visitor visitor, Feed feed) {
    this.visitor = visitor;
    this.feed = feed;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "What went on in all albums that the caller sees")
  public Page<ActivityView> newest(@QueryParam("limit") String limit, @QueryParam("after") String after) {
    return feed.newest(visitor.subjects(), Cursor.parse(after), Limit.parse(limit));
  }
}
