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

/** For the owners of an album, newest first. */
@Path("/api/albums/{album}/audit")
@RunOnVirtualThread
class AlbumAuditResource {

  private final Visitor visitor;
  private final AuditReading reading;

  AlbumAuditResource(Visitor visitor, AuditReading reading) {
    this.visitor = visitor;
    this.reading = reading;
  }

  @GET
  @RolesAllowed("user")
  public Page<AuditView> newest(
      @PathParam("album") UUID album, @QueryParam("limit") String limit, @QueryParam("after") String after) {
    return reading.ofAlbum(visitor.subjects(), album, Cursor.parse(after), Limit.parse(limit));
  }
}
