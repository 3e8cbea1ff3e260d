package pms.sharing.smart;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pms.kit.internal.InternalCalls;

/** Search-service knows which pictures a query finds. Bodies are bytes, since it is these that are sealed. */
@RegisterRestClient(configKey = "search")
@Path("/internal/matches")
@Consumes(MediaType.APPLICATION_JSON)
interface SearchClient {

  @POST
  Answer match(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  @POST
  @Path("/all")
  Page all(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  /** @param behind of which search-service knows less than we do */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(List<Match> matches, List<UUID> behind) {}

  /** @param queries by their number in the question */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Match(UUID id, LocalDateTime time, List<Integer> queries) {}

  /** @param next null at the end */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Page(List<Item> items, UUID next) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(UUID id, LocalDateTime time) {}
}
