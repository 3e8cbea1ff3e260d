package pms.sharing.activity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

/** Newest first. */
@Path("/api/albums/{album}/activity")
@RunOnVirtualThread
class ActivityResource {

  private final Visitor visitor;
  private final Activities activities;

  ActivityResource(Visitor visitor, Activities activities) {
    this.visitor = visitor;
    this.activities = activities;
  }

  @GET
  @RolesAllowed("user")
  public Page<ActivityView> newest(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return activities.newest(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }
}
