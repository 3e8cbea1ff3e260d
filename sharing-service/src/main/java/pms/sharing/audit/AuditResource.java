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

/** Newest first. */
@Path("/api")
@RunOnVirtualThread
class AuditResource {

  private final Visitor visitor;
  private final AuditReading reading;

  AuditResource(Visitor visitor, AuditReading reading) {
    this.visitor = visitor;
    this.reading = reading;
  }

  @GET
  @Path("/albums/{album}/audit")
  @RolesAllowed("user")
  public Page<AuditView> ofAlbum(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return reading.ofAlbum(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }

  @GET
  @Path("/images/{image}/audit")
  @RolesAllowed("user")
  public Page<AuditView> ofImage(
      @PathParam("image") UUID image, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return reading.ofImage(visitor.subjects(), image, Cursor.parse(after), Limit.parse(limit));
  }
}
