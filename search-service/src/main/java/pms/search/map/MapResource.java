package pms.search.map;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.kit.caller.Caller;
import pms.search.access.Viewer;

@Path("/api/map")
@RunOnVirtualThread
class MapResource {

  private final Clusters clusters;
  private final Caller caller;

  MapResource(Clusters clusters, Caller caller) {
    this.clusters = clusters;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public ClusterPage map(@QueryParam("bbox") String bbox, @QueryParam("zoom") String zoom, @QueryParam("q") String q) {
    return clusters.of(MapQuestion.of(bbox, zoom, q), Viewer.of(caller));
  }
}
