package pms.upload.guest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import pms.kit.internal.InternalCalls;

/** Sharing-service alone decides what a link allows. */
@RegisterRestClient(configKey = "sharing")
@Path("/internal/guest-uploads")
@Consumes("application/json")
interface SharingLinkClient {

  /** Lets the guest in as any other request of theirs, and counts the picture. */
  @POST
  @Path("/begin")
  GuestPermit begin(
      LinkName link,
      @HeaderParam(InternalCalls.HEADER) String seal,
      @HeaderParam("Cookie") String cookies,
      @HeaderParam("Link-Pass") String pass,
      @HeaderParam("X-Forwarded-For") String address);

  /** Whether the link is still open, now that the picture is here. */
  @POST
  @Path("/finish")
  GuestPermit finish(LinkName link, @HeaderParam(InternalCalls.HEADER) String seal);

  /** @param link the segment of the path that names it; in a body, since it is a secret */
  record LinkName(String link) {
    @Override
    public String toString() {
      return "LinkName[…]";
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Refusal(String type, String title, String detail) {}
}
