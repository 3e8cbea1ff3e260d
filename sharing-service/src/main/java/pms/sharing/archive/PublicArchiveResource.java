package pms.sharing.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.sharing.publicpage.Guest;

/** Nobody logs in here: the token in the path is the right. */
@Path("/api/public/{token}/zip")
@RunOnVirtualThread
class PublicArchiveResource {

  private final LinkArchives archives;

  PublicArchiveResource(LinkArchives archives) {
    this.archives = archives;
  }

  @GET
  @PermitAll
  @Operation(summary = "All pictures of a link's album as a ZIP")
  public Response archive(@PathParam("token") String token, @BeanParam Guest guest, Request request) {
    return archives.archive(token, guest, request);
  }
}
