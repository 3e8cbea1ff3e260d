package pms.upload.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.upload.body.IncomingFiles;
import pms.upload.quota.Allowance;

@Path("/api/images")
@RunOnVirtualThread
@RolesAllowed("user")
class ImageResource {

  private final Caller caller;
  private final Allowance allowance;
  private final Uploads uploads;
  private final Images images;
  private final Purges purges;

  ImageResource(Caller caller, Allowance allowance, Uploads uploads, Images images, Purges purges) {
    this.caller = caller;
    this.allowance = allowance;
    this.uploads = uploads;
    this.images = images;
    this.purges = purges;
  }

  @POST
  @Operation(summary = "Upload a picture, as part \"file\" of a form or as the raw body; what it is its content decides")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "multipart/form-data",
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    requiredProperties = "file",
                    properties = @SchemaProperty(name = "file", type = SchemaType.STRING, format = "binary"))),
        @Content(mediaType = "image/*", schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponse(responseCode = "201", description = "Taken in", content = @Content(schema = @Schema(implementation = ImageView.class)))
  @APIResponse(responseCode = "200", description = "You have these bytes already", content = @Content(schema = @Schema(implementation = ImageView.class)))
  public Response upload(@Context HttpHeaders headers, InputStream body) throws Exception {
    ImageView image = uploads.receive(caller.id(), allowance.bytes(), () -> IncomingFiles.of(headers, body));
    return Boolean.TRUE.equals(image.duplicate())
        ? Response.ok(image).build()
        : Response.status(201).header(HttpHeaders.LOCATION, "/api/images/" + image.id()).entity(image).build();
  }

  @POST
  @Path("/check")
  @Operation(summary = "Which contents you have already, also in the trash or deleted for good")
  public CheckView check(CheckRequest request) {
    return images.check(caller.id(), CheckRequest.hashes(request));
  }

  @DELETE
  @Path("/{id}")
  @Operation(summary = "Move a picture to the trash, or with purge=true delete it for good")
  public void delete(UUID id, @RestQuery @DefaultValue("false") String purge) {
    // Not a boolean, since whatever is not "true" would pass for false.
    switch (purge) {
      case "true" -> purges.purge(caller.id(), id);
      case "false" -> images.trash(caller.id(), id);
      default -> throw Problem.invalid("purge", "must be true or false");
    }
  }

  @POST
  @Path("/{id}/restore")
  @Operation(summary = "Take a picture back out of the trash")
  public void restore(UUID id) {
    images.restore(caller.id(), id);
  }
}
