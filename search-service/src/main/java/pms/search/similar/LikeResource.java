package pms.search.similar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.kit.caller.Caller;
import pms.search.access.Viewer;
import pms.search.find.Parameters;

@Path("/api/search/like")
@RunOnVirtualThread
class LikeResource {

  private static final int USUAL_LIMIT = 20;
  private static final int HIGHEST_LIMIT = 100;

  private final Likenesses likenesses;
  private final Caller caller;

  LikeResource(Likenesses likenesses, Caller caller) {
    this.likenesses = likenesses;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public LikePage like(@QueryParam("id") String id, @QueryParam("limit") String limit) {
    int most = Parameters.whole("limit", limit, 1, HIGHEST_LIMIT, USUAL_LIMIT);
    return new LikePage(likenesses.speaking(Parameters.id(id), most, Viewer.of(caller)));
  }
}
