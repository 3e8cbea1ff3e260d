package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pms.kit.internal.InternalCalls;

/** Search-service finds the images of a query that is meant as it is written. Bodies are bytes, since it is these that are sealed. */
@RegisterRestClient(configKey = "search")
@Path("/internal/matches")
@Consumes(MediaType.APPLICATION_JSON)
interface SearchClient {

  /** 400 for a query that cannot be asked so. */
  @POST
  void check(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  @POST
  @Path("/all")
  Page all(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  /** @param next null at the end */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Page(List<Item> items, UUID next) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(UUID id) {}
}
