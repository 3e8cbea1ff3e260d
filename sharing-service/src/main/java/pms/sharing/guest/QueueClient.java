package pms.sharing.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pms.kit.internal.InternalCalls;

/** The queue of guests' pictures, which is where their bytes are. */
@RegisterRestClient(configKey = "upload")
@Path("/internal/guest-pictures/{album}")
interface QueueClient {

  @GET
  List<WaitingPicture> list(
      @PathParam("album") UUID album,
      @QueryParam("after") UUID after,
      @QueryParam("rows") int rows,
      @HeaderParam(InternalCalls.HEADER) String seal);

  @GET
  @Path("/{id}")
  WaitingPicture get(@PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal);

  @POST
  @Path("/{id}/accept")
  Accepted accept(@PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal);

  @POST
  @Path("/{id}/reject")
  void reject(@PathParam("album") UUID album, @PathParam("id") UUID id, @HeaderParam(InternalCalls.HEADER) String seal);

  /** @param image its own id, or that of an image of the owner that had the same bytes already */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Accepted(String owner, UUID image) {}
}
