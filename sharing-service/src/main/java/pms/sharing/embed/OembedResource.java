package pms.sharing.embed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import pms.kit.problem.Problem;

/** Describes links to other sites. Nobody logs in here: who has the address of a link may know what it shows. */
@Path("/oembed")
@RunOnVirtualThread
class OembedResource {

  private final Embeds embeds;

  OembedResource(Embeds embeds) {
    this.embeds = embeds;
  }

  @GET
  @PermitAll
  public Response describe(
      @QueryParam("url") String url,
      @QueryParam("format") String format,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("maxwidth") String maxWidth,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) @QueryParam("maxheight") String maxHeight) {
    if (url == null) {
      throw Problem.invalid("url", "is missing");
    }
    Oembed answer = embeds.describe(url, pixels("maxwidth", maxWidth), pixels("maxheight", maxHeight));
    return switch (format == null ? "json" : format) {
      case "json" -> Response.ok(answer).type("application/json").build();
      case "xml" -> Response.ok(OembedXml.write(answer)).type("text/xml;charset=UTF-8").build();
      // As the protocol wants it.
      default -> throw Problem.of(501, "unknown-format", "Not implemented", "format: is json or xml.");
    };
  }

  private static Integer pixels(String name, String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9]\\d{0,5}")) {
      throw Problem.invalid(name, "must be a whole number of pixels");
    }
    return Integer.valueOf(text);
  }
}
