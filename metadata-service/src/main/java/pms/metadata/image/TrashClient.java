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

/** Upload-service moves images into the trash and out of it. The body is bytes, since it is these that are sealed. */
@RegisterRestClient(configKey = "upload")
@Path("/internal/images/trash")
interface TrashClient {

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  Moved move(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body);

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Moved(List<UUID> changed, List<UUID> unchanged, List<UUID> changedSince, List<UUID> missing) {}
}
