package pms.upload.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import pms.kit.caller.Caller;
import pms.upload.body.IncomingFiles;
import pms.upload.quota.Allowance;

/** The file of a picture; processing-service answers who wants to read it. */
@Path("/api/images/{id}/original")
@RunOnVirtualThread
@RolesAllowed("user")
class OriginalResource {

  private final Caller caller;
  private final Allowance allowance;
  private final Replacements replacements;

  OriginalResource(Caller caller, Allowance allowance, Replacements replacements) {
    this.caller = caller;
    this.allowance = allowance;
    this.replacements = replacements;
  }

  /**
   * A new version whose base is this file; the bytes before stay in the history.
   *
   * @param ifMatch number of the version that has to be current, as in the tag of /versions
   */
  @PUT
  @Operation(
      summary = "Replace the original of your picture; the old bytes stay as its history",
      description = "As part \"file\" of a form or as the raw body. The same bytes as now change nothing.")
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
  public ImageView replace(
      UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Context HttpHeaders headers, InputStream body)
      throws Exception {
    return replacements.replace(caller.id(), allowance.bytes(), id, ifMatch, () -> IncomingFiles.of(headers, body));
  }
}
