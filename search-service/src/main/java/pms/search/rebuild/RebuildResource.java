package pms.search.rebuild;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.ResponseStatus;
import pms.search.index.Asking;

/** The index, made anew from the log by its operators. */
@Path("/api/admin/search/rebuild")
@RunOnVirtualThread
class RebuildResource {

  private final Rebuilds rebuilds;

  RebuildResource(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  @POST
  @RolesAllowed("admin")
  @ResponseStatus(202)
  public RebuildState start() {
    return Asking.of(rebuilds::start);
  }

  @GET
  @RolesAllowed("admin")
  public RebuildState state() {
    return Asking.of(rebuilds::state);
  }
}
