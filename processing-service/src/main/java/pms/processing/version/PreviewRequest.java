package pms.processing.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;
import pms.processing.recipe.RecipeReader;
import pms.processing.render.Fit;
import pms.processing.render.Focus;
import pms.processing.render.Output;
import pms.processing.render.OutputFormat;
import pms.processing.transform.RenderParameters;

/**
 * The body of a preview.
 *
 * @param operations the whole list over the original
 * @param width of the box the preview goes into, at most 2048; 1024 if missing
 * @param height of the box the preview goes into, at most 2048; 1024 if missing
 * @param format jpeg, or webp where it can be written; jpeg if missing
 */
record PreviewRequest(
    @Schema(type = SchemaType.ARRAY, implementation = Object.class) JsonNode operations, int width, int height, String format) {

  private static final int USUAL_SIDE = 1024;
  private static final int LONGEST_SIDE = 2048;

  static PreviewRequest parse(byte[] json) {
    ObjectNode body = RecipeReader.body(json);
    EditRequest.onlyKnows(body, Set.of("operations", "width", "height", "format"));
    String format = body.hasNonNull("format") ? body.get("format").asText() : "jpeg";
    return new PreviewRequest(body.path("operations"), side(body, "width"), side(body, "height"), format);
  }

  /** Never PNG: what waits in memory for the client has to be small. */
  Output output(List<OutputFormat> writes, int quality) {
    List<OutputFormat> small =
        writes.stream().filter(one -> one == OutputFormat.JPEG || one == OutputFormat.WEBP).toList();
    OutputFormat written = RenderParameters.format(format, small);
    return new Output("preview", Fit.INSIDE, width, height, Focus.CENTRE, written, quality);
  }

  private static int side(ObjectNode body, String name) {
    if (!body.hasNonNull(name)) {
      return USUAL_SIDE;
    }
    JsonNode side = body.get(name);
    if (!side.isInt() || side.intValue() < 1 || side.intValue() > LONGEST_SIDE) {
      throw Problem.invalid(name, "is a whole number from 1 to " + LONGEST_SIDE);
    }
    return side.intValue();
  }
}
