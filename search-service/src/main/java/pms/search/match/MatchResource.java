package pms.search.match;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.internal.InternalCalls;

/**
 * For the albums that follow a query and for jobs on all that one finds; the gateway does not route it. Open to all, since sharing-service
 * and metadata-service ask while no user's request runs: the seal takes the token's place, and nothing is looked at before it.
 */
@Path("/internal/matches")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
class MatchResource {

  private final InternalCalls calls;
  private final Matches matches;

  MatchResource(InternalCalls calls, Matches matches) {
    this.calls = calls;
    this.matches = matches;
  }

  @POST
  @PermitAll
  @Operation(hidden = true)
  public MatchView match(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body) {
    calls.require(seal, "matches", body);
    return matches.of(MatchRequest.parse(body));
  }

  @POST
  @Path("/all")
  @PermitAll
  @Operation(hidden = true)
  public AllView all(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body) {
    calls.require(seal, "all matches", body);
    return matches.all(AllRequest.parse(body));
  }
}
