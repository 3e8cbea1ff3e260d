package pms.processing.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;
import pms.processing.recipe.RecipeReader;

/**
 * The body of an edit of many pictures.
 *
 * @param ids of the caller's own pictures, at most a thousand
 * @param operations the whole list over each original
 * @param note what the author says about it; null for nothing
 */
record BulkEditRequest(
    List<UUID> ids, @Schema(type = SchemaType.ARRAY, implementation = Object.class) JsonNode operations, String note) {

  private static final int MOST = 1000;

  static BulkEditRequest parse(byte[] json) {
    return of(RecipeReader.body(json));
  }

  static BulkEditRequest of(ObjectNode body) {
    EditRequest.onlyKnows(body, Set.of("ids", "operations", "note"));
    if (!(body.get("operations") instanceof ArrayNode operations) || operations.size() > RecipeReader.MOST) {
      throw Problem.invalid("operations", "is a list of at most " + RecipeReader.MOST + " operations over the originals");
    }
    return new BulkEditRequest(ids(body), operations, EditRequest.note(body));
  }

  /** Each once, however often it is named. */
  private static List<UUID> ids(ObjectNode body) {
    if (!(body.get("ids") instanceof ArrayNode list) || list.isEmpty() || list.size() > MOST) {
      throw Problem.invalid("ids", "is a list of 1 to " + MOST + " ids");
    }
    Set<UUID> ids = new LinkedHashSet<>();
    for (int i = 0; i < list.size(); i++) {
      ids.add(id(i, list.get(i)));
    }
    return List.copyOf(ids);
  }

  private static UUID id(int index, JsonNode id) {
    try {
      return UUID.fromString(id.asText());
    } catch (IllegalArgumentException notAnId) {
      throw Problem.invalid("ids[" + index + "]", "is not an id");
    }
  }
}
