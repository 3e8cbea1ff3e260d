package pms.kit.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Only the sharing service decides about others' eyes. */
@RegisterRestClient(configKey = "sharing")
@Path("/internal/access")
interface SharingClient {

  @GET
  @Path("/{image}")
  Answer decide(
      @PathParam("image") UUID image,
      @QueryParam("right") String right,
      @HeaderParam("Authorization") String authorization);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(boolean allowed) {}
}
