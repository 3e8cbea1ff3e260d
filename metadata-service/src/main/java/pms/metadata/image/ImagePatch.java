package pms.metadata.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import pms.kit.problem.Problem;

/**
 * A JSON merge patch of what people may say about an image: null takes away, absent leaves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
final class ImagePatch {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> FIELDS =
      Set.of("title", "description", "tags", "category", "rating", "favourite", "takenAt", "location");

  private final ObjectNode body;

  private ImagePatch(ObjectNode body) {
    this.body = body;
  }

  static ImagePatch parse(byte[] json) {
    try {
      if (json != null && MAPPER.readTree(json) instanceof ObjectNode body) {
        return new ImagePatch(body);
      }
    } catch (IOException garbage) {
      throw Problem.invalid("body", "is not JSON");
    }
    throw Problem.invalid("body", "is not a JSON object");
  }

  /**
   * The edits that this patch means where these words count.
   *
   * @throws Problem 400 naming every field that breaks a rule
   */
  Edits over(Words now) {
    PatchFields fields = new PatchFields(body);
    fields.onlyKnow(FIELDS);
    Edits edits =
        new Edits(
            fields.text("title", 500),
            fields.text("description", 10_000),
            fields.tags("tags"),
            fields.category("category"),
            fields.number("rating", 0, 5),
            fields.flag("favourite"),
            part("takenAt", node -> PatchedTime.over(now.takenAt(), node, fields)),
            part("location", node -> PatchedPlace.over(now.location(), node, fields)));
    fields.refuseErrors();
    return edits;
  }

  private <T> Edited<T> part(String name, Function<ObjectNode, T> merge) {
    JsonNode node = body.get(name);
    if (node == null) {
      return null;
    }
    return new Edited<>(node instanceof ObjectNode part ? merge.apply(part) : null);
  }
}
