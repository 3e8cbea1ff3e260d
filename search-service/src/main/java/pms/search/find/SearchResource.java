package pms.search.find;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.kit.caller.Caller;
import pms.search.access.Viewer;

@Path("/api/search")
@RunOnVirtualThread
class SearchResource {

  private final Searches searches;
  private final CursorSeal cursors;
  private final Caller caller;

  SearchResource(Searches searches, CursorSeal cursors, Caller caller) {
    this.searches = searches;
    this.cursors = cursors;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public SearchPage search(
      @QueryParam("q") String q,
      @QueryParam("limit") String limit,
      @QueryParam("after") String after,
      @QueryParam("sort") String sort,
      @QueryParam("order") String order) {
    return searches.find(SearchQuestion.of(q, limit, cursors.opened(after), sort, order), Viewer.of(caller));
  }
}
