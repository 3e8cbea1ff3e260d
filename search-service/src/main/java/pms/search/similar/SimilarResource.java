package pms.search.similar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.kit.caller.Caller;
import pms.search.access.Viewer;
import pms.search.find.Parameters;

@Path("/api/search/similar")
@RunOnVirtualThread
class SimilarResource {

  private static final int USUAL_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 100;
  private static final int USUAL_DISTANCE = 10;
  private static final int FARTHEST = 64;

  private final Likenesses likenesses;
  private final Caller caller;

  SimilarResource(Likenesses likenesses, Caller caller) {
    this.likenesses = likenesses;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public SimilarPage similar(
      @QueryParam("id") String id, @QueryParam("distance") String distance, @QueryParam("limit") String limit) {
    int far = Parameters.whole("distance", distance, 0, FARTHEST, USUAL_DISTANCE);
    int most = Parameters.whole("limit", limit, 1, HIGHEST_LIMIT, USUAL_LIMIT);
    return new SimilarPage(likenesses.looking(Parameters.id(id), far, most, Viewer.of(caller)));
  }
}
