package pms.upload.guest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import pms.kit.problem.Problem;
import pms.upload.body.IncomingForm;
import pms.upload.body.PacedStream;

/** Pictures of visitors. Nobody logs in here: the token in the path is the right, and sharing-service looks at it every time. */
@Path("/")
@RunOnVirtualThread
class GuestUploadResource {

  private final GuestUploads uploads;

  GuestUploadResource(GuestUploads uploads) {
    this.uploads = uploads;
  }

  @POST
  @Path("/api/public/{token}/images")
  @PermitAll
  @Operation(summary = "Send a picture to whom the link belongs; it waits until they accept it")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "multipart/form-data",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    requiredProperties = "file",
                    properties = {
                      @SchemaProperty(name = "name", type = SchemaType.STRING, description = "who sends it; before the file"),
                      @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary")
                    })),
        @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "202", description = "It waits", content = @Content(schema = @Schema(implementation = GuestReceipt.class)))
  public Response send(
      @PathParam("token") String token,
      @QueryParam("name") String name,
      @BeanParam GuestSender sender,
      @Context HttpHeaders headers,
      InputStream body)
      throws Exception {
    GuestReceipt receipt = uploads.receive(sender, name, pace -> IncomingForm.ofOne(headers, new PacedStream(body, pace)));
    return secret(Response.status(202).entity(receipt));
  }

  /** The form on a link's page. Ends in that page, which says what came of it, and whether there is such a link at all. */
  @POST
  @Path("/s/{token}/images")
  @PermitAll
  @Operation(hidden = true)
  public Response sendForm(
      @PathParam("token") String token, @BeanParam GuestSender sender, @Context HttpHeaders headers, InputStream body)
      throws Exception {
    String query;
    try {
      query = uploads.receiveAll(sender, pace -> IncomingForm.ofMany(headers, new PacedStream(body, pace))).query();
    } catch (Problem refused) {
      query = refused.status() == 404 || refused.status() == 403 ? "" : "?sent=0&refused=" + refused.type();
    }
    return secret(Response.status(303).header("Location", "/s/" + token + query));
  }

  private static Response secret(Response.ResponseBuilder answer) {
    return answer.header("Cache-Control", "private, no-store").header("Referrer-Policy", "no-referrer").build();
  }
}
