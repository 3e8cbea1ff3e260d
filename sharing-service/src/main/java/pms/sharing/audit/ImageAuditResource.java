package pms.sharing.audit;

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

/** For the owner of an image, newest first. */
@Path("/api/images/{image}/audit")
@RunOnVirtualThread
class ImageAuditResource {

  private final Visitor visitor;
  private final AuditReading reading;

  ImageAuditResource(Visitor visitor, AuditReading reading) {
    this.visitor = visitor;
    this.reading = reading;
  }

  @GET
  @RolesAllowed("user")
  public Page<AuditView> newest(
      @PathParam("image") UUID image, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return reading.ofImage(visitor.subjects(), image, Cursor.parse(after), Limit.parse(limit));
  }
}
