package pms.metadata.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Search-service finds the images of a query, in the caller's name. */
@RegisterRestClient(configKey = "search")
@Path("/api/search")
interface SearchClient {

  @GET
  Found find(
      @QueryParam("q") String q,
      @QueryParam("limit") int limit,
      @QueryParam("after") String after,
      @HeaderParam("Authorization") String authorization);

  /** @param next null at the end */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Found(List<Hit> items, String next) {

    public Found {
      items = items == null ? List.of() : items;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Hit(UUID id, String owner) {}
}
