package pms.sharing.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.person.Visitor;

@Path("/api/notifications")
@RunOnVirtualThread
class NotificationResource {

  private final Visitor caller;
  private final Notifications notifications;

  NotificationResource(Visitor caller, Notifications notifications) {
    this.caller = caller;
    this.notifications = notifications;
  }

  @GET
  @RolesAllowed("user")
  public Page<NotificationView> list(@QueryParam("limit") String limit, @QueryParam("after") String after) {
    return notifications.list(caller.subjects(), Cursor.parse(after), Limit.parse(limit));
  }
}
