package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;

/**
 * A change for many images that another service makes: their way into the trash or out of it, or one recipe of edits for all. It
 * stands alone, since what one service did and another did not could not be told by one result.
 *
 * @param trash false to restore; null when it is edits
 * @param edits operations and note; null when it is the trash
 */
record RemoteChange(Boolean trash, ObjectNode edits) {

  /** Processing-service takes 64 KiB with the ids of a part of the images; fifty operations are some 6 KiB. */
  static final int LONGEST = 32 << 10;

  private static final Set<String> KINDS = Set.of("trash", "edits");

  /** The fields, for the API's description. */
  @Schema(name = "BulkEdits")
  record EditFields(@Schema(type = SchemaType.ARRAY, implementation = Object.class) JsonNode operations, String note) {}

  static boolean isMeant(ObjectNode change) {
    return change != null && KINDS.stream().anyMatch(change::has);
  }

  /** @throws Problem 400 naming every field that breaks a rule */
  static RemoteChange parse(ObjectNode change) {
    PatchFields fields = new PatchFields(change, "change.");
    String kind = change.has("trash") ? "trash" : "edits";
    if (change.size() > 1) {
      fields.wrong(kind, "must stand alone");
    }
    JsonNode value = change.get(kind);
    boolean right = kind.equals("trash") ? value.isBoolean() : value.isObject();
    if (!right) {
      fields.wrong(kind, kind.equals("trash") ? "must be true, or false to restore" : "must be an object with operations and note");
    }
    fields.refuseErrors();
    return kind.equals("trash") ? new RemoteChange(value.booleanValue(), null) : new RemoteChange(null, edits((ObjectNode) value));
  }

  private static ObjectNode edits(ObjectNode edits) {
    PatchFields fields = new PatchFields(edits, "change.edits.");
    fields.onlyKnow("", edits, Set.of("operations", "note"));
    if (!edits.path("operations").isArray()) {
      fields.wrong("operations", "must be a list of operations over the originals");
    }
    if (edits.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw Problem.invalid("change.edits", "must be at most " + LONGEST + " bytes long");
    }
    fields.refuseErrors();
    return edits;
  }
}
