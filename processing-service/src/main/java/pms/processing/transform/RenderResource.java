package pms.processing.transform;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import pms.kit.caller.Caller;
import pms.processing.ProcessingConfig;
import pms.processing.image.Bytes;
import pms.processing.image.Darkroom;
import pms.processing.image.Edition;
import pms.processing.image.Picture;
import pms.processing.image.Pictures;
import pms.processing.image.Versions;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;

/** A picture in the size, shape and format that is asked for; made when first asked for and then kept. */
@Path("/api/images/{id}/render")
@RunOnVirtualThread
class RenderResource {

  private final Caller caller;
  private final Pictures pictures;
  private final Versions versions;
  private final Transforms transforms;
  private final Darkroom darkroom;
  private final Bytes bytes;
  private final ProcessingConfig config;

  RenderResource(
      Caller caller,
      Pictures pictures,
      Versions versions,
      Transforms transforms,
      Darkroom darkroom,
      Bytes bytes,
      ProcessingConfig config) {
    this.caller = caller;
    this.pictures = pictures;
    this.versions = versions;
    this.transforms = transforms;
    this.darkroom = darkroom;
    this.bytes = bytes;
    this.config = config;
  }

  @GET
  @RolesAllowed("user")
  public Response render(
      @PathParam("id") UUID id,
      @BeanParam RenderParameters parameters,
      @HeaderParam(HttpHeaders.ACCEPT) String accept,
      Request request) {
    Output output = parameters.output(accept, darkroom.writes(), this::quality);
    Integer wanted = parameters.wantedVersion();
    Picture picture = pictures.visible(id, caller);
    Edition edition = versions.edition(picture, pictures.version(picture, wanted, caller));
    return bytes
        .rendition(transforms.get(edition.picture(), edition, output, caller), wanted != null, parameters.negotiates(), request)
        .build();
  }

  private int quality(OutputFormat format) {
    return format == OutputFormat.AVIF ? config.avifQuality() : config.quality();
  }
}
