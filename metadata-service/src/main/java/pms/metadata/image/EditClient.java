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

/** Processing-service makes versions. Bodies are bytes, since it is these that are sealed. */
@RegisterRestClient(configKey = "processing")
@Path("/internal/edits")
@Consumes(MediaType.APPLICATION_JSON)
interface EditClient {

  @POST
  Made edit(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  /** 400 for a recipe that can be done to no picture. */
  @POST
  @Path("/check")
  void check(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Made(List<Item> items) {}

  /** @param version of the new one; null when there is a problem */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(UUID id, Integer version, Refusal problem) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refusal(int status, String detail) {}
}
