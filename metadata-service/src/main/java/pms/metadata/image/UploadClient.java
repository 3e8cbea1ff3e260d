package pms.metadata.image;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Upload-service knows an image before its event has gone round. */
@RegisterRestClient(configKey = "upload")
@Path("/internal/images")
interface UploadClient {

  /** 404 unless the image is the caller's own. */
  @GET
  @Path("/{id}")
  Original receipt(@PathParam("id") UUID id, @HeaderParam("Authorization") String authorization);
}
