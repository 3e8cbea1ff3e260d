package pms.sharing.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.sharing.person.Visitor;

@Path("/api/albums/{album}/zip")
@RunOnVirtualThread
class AlbumArchiveResource {

  private final Visitor visitor;
  private final AlbumArchives archives;

  AlbumArchiveResource(Visitor visitor, AlbumArchives archives) {
    this.visitor = visitor;
    this.archives = archives;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "All originals of an album as a ZIP, albums inside it as folders")
  public Response archive(@PathParam("album") UUID album, Request request) {
    return archives.archive(visitor.subjects(), album, request);
  }
}
