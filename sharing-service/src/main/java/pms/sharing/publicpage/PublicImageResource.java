package pms.sharing.publicpage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import pms.contracts.Rendition;
import pms.kit.problem.Problem;

/** The pictures of a link. Nobody logs in here: the token in the path is the right, and {@link Gate} looks at it every time. */
@Path("/api/public/{token}/images/{id}")
@RunOnVirtualThread
class PublicImageResource {

  private final Gate gate;
  private final PublicImages images;
  private final Glances glances;
  private final PublicBytes bytes;
  private final Watermarked watermarked;
  private final Downloads downloads;

  PublicImageResource(
      Gate gate, PublicImages images, Glances glances, PublicBytes bytes, Watermarked watermarked, Downloads downloads) {
    this.gate = gate;
    this.images = images;
    this.glances = glances;
    this.bytes = bytes;
    this.watermarked = watermarked;
    this.downloads = downloads;
  }

  @GET
  @PermitAll
  public PublicImageView get(@PathParam("token") String token, @PathParam("id") UUID id, @BeanParam Guest guest) {
    return images.get(gate.enter(token, guest), id);
  }

  @GET
  @Path("/thumbnails/{size}")
  @PermitAll
  public Response thumbnail(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @PathParam("size") String size,
      @QueryParam("seal") String seal,
      @HeaderParam("Accept") String accept,
      @BeanParam Guest guest,
      Request request) {
    if (!PublicImages.SIZES.contains(size)) {
      throw Problem.invalid("size", "is one of small, medium, large");
    }
    Glance glance = glances.at(token, guest, id, size, seal);
    if (glance.link().watermark() != null) {
      return watermarked.shown(glance, size, request);
    }
    Rendition rendition = glance.picture().rendition(size, wanted(accept)).orElseThrow(Problem::notFound);
    Response answer =
        bytes.shown(new PublicBytes.Piece(rendition.objectKey(), rendition.format(), rendition.bytes()), request);
    return Response.fromResponse(answer).header("Vary", "Accept").build();
  }

  @GET
  @Path("/download")
  @PermitAll
  public Response download(
      @PathParam("token") String token,
      @PathParam("id") UUID id,
      @QueryParam("seal") String seal,
      @BeanParam Guest guest,
      Request request) {
    Glance glance = glances.at(token, guest, id, "download", seal);
    return downloads.send(glance.link(), glance.picture(), request);
  }

  private static List<String> wanted(String accept) {
    return accept == null ? List.of() : Stream.of("image/avif", "image/webp").filter(accept::contains).toList();
  }
}
