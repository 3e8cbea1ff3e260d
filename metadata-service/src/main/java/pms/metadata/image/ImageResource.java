package pms.metadata.image;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.access.Right;
import pms.kit.caller.Caller;
import pms.metadata.extract.Listing;
import pms.metadata.history.Author;

/** The caller's own library, and single images of others that are shared with the caller. */
@Path("/api/images")
@RunOnVirtualThread
class ImageResource {

  private final Images images;
  private final OthersImages others;
  private final Caller caller;

  ImageResource(Images images, OthersImages others, Caller caller) {
    this.images = images;
    this.others = others;
    this.caller = caller;
  }

  @GET
  @RolesAllowed("user")
  public ImagePage list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER)) @QueryParam("limit") String limit,
      @QueryParam("before") String before) {
    return images.library(caller.id(), Cursor.parse(before), PageLimit.parse(limit));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed("user")
  public RestResponse<ImageView> get(@PathParam("id") UUID id) {
    return others.find(id, Right.VIEW)
        .map(theirs -> ImageAnswers.others(images.get(theirs)))
        .orElseGet(() -> ImageAnswers.own(images.get(key(id))));
  }

  @GET
  @Path("/{id}/metadata")
  @RolesAllowed("user")
  public Listing metadata(@PathParam("id") UUID id) {
    return images.listing(others.find(id, Right.VIEW).orElseGet(() -> key(id)));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @RolesAllowed("user")
  @Operation(summary = "Change what is said about an image; of somebody else's that you may edit title, description and tags")
  public RestResponse<ImageView> edit(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @RequestBody(content = @Content(schema = @Schema(implementation = ImageChange.class))) byte[] patch) {
    ImagePatch parsed = ImagePatch.parse(patch);
    ExpectedRevision expected = new ExpectedRevision(ifMatch);
    Author author = Author.of(caller.id(), caller.name());
    Optional<ImageKey> theirs = others.find(id, Right.EDIT);
    if (theirs.isPresent()) {
      parsed.requireOnlyWhatOthersMaySay();
      return ImageAnswers.others(images.edit(theirs.get(), expected, parsed::over, author));
    }
    return ImageAnswers.own(images.edit(key(id), expected, parsed::over, author));
  }

  private ImageKey key(UUID id) {
    return new ImageKey(caller.id(), id);
  }
}
