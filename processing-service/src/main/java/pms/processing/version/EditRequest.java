package pms.processing.version;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;
import pms.processing.recipe.RecipeReader;

/**
 * The body of an edit.
 *
 * @param operations the whole list over the original, whatever the current version is
 * @param note what the author says about it; null for nothing
 */
record EditRequest(@Schema(type = SchemaType.ARRAY, implementation = Object.class) JsonNode operations, String note) {

  private static final int LONGEST_NOTE = 500;

  static EditRequest parse(byte[] json) {
    ObjectNode body = RecipeReader.body(json);
    onlyKnows(body, Set.of("operations", "note"));
    return new EditRequest(body.path("operations"), note(body));
  }

  /** The body of a revert may be missing altogether. */
  static String note(byte[] json) {
    if (json == null || json.length == 0) {
      return null;
    }
    ObjectNode body = RecipeReader.body(json);
    onlyKnows(body, Set.of("note"));
    return note(body);
  }

  static void onlyKnows(ObjectNode body, Set<String> names) {
    body.fieldNames().forEachRemaining(name -> {
      if (!names.contains(name)) {
        throw Problem.invalid(name, "is not a known field");
      }
    });
  }

  static String note(ObjectNode body) {
    if (!body.hasNonNull("note")) {
      return null;
    }
    // A null character is the one that no text column can hold.
    String note = body.get("note").isTextual() ? body.get("note").textValue().strip() : "\0";
    if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
      throw Problem.invalid("note", "is a text of at most " + LONGEST_NOTE + " characters");
    }
    return note.isEmpty() ? null : note;
  }
}
