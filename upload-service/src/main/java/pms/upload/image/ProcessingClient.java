package pms.upload.image;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Processing-service keeps the history of pictures. */
@RegisterRestClient(configKey = "processing")
@Path("/internal/images")
interface ProcessingClient {

  /** 404 unless the caller may edit the image, or as long as it was not heard of. */
  @GET
  @Path("/{id}/version")
  Current current(@PathParam("id") UUID id, @HeaderParam("Authorization") String authorization);

  /**
   * Where the history is.
   *
   * @param version number of the current one
   * @param originals how many files of the image it knows
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Current(int version, int originals) {}
}
