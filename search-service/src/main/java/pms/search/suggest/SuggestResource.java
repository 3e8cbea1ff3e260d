package pms.search.suggest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.search.access.Viewer;
import pms.search.find.Parameters;

@Path("/api/search/suggest")
@RunOnVirtualThread
class SuggestResource {

  private static final int LONGEST = 100;
  private static final int USUAL_LIMIT = 10;
  private static final int HIGHEST_LIMIT = 50;

  private final Suggestions suggestions;
  private final Caller caller;

  SuggestResource(Suggestions suggestions, Caller caller) {
    this.suggestions = suggestions;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public SuggestionPage suggest(@QueryParam("q") String q, @QueryParam("limit") String limit) {
    int most = Parameters.whole("limit", limit, 1, HIGHEST_LIMIT, USUAL_LIMIT);
    if (q != null && q.length() > LONGEST) {
      throw Problem.invalid("q", "has at most " + LONGEST + " characters");
    }
    return new SuggestionPage(suggestions.of(q == null ? "" : q, most, Viewer.of(caller)));
  }
}
