package pms.metadata.category;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;
import pms.metadata.input.JsonBody;

/** A new category, or a merge patch of one; the fields stand in {@link Fields}. */
final class CategoryRequest {

  private final ObjectNode body;

  private CategoryRequest(ObjectNode body) {
    this.body = body;
  }

  /** For the API's description. @param parent null for the top */
  @Schema(name = "CategoryRequest")
  record Fields(String name, UUID parent) {}

  static CategoryRequest parse(byte[] json) {
    ObjectNode body = JsonBody.parse(json);
    body.fieldNames().forEachRemaining(field -> {
      if (!Set.of("name", "parent").contains(field)) {
        throw Problem.invalid(field.length() > 100 ? "body" : field, "is not a known field");
      }
    });
    return new CategoryRequest(body);
  }

  /** Empty when it is not there. */
  Optional<String> name() {
    JsonNode name = body.get("name");
    if (name == null) {
      return Optional.empty();
    }
    Optional<String> text = name.isTextual() ? CategoryPath.name(name.textValue()) : Optional.empty();
    return Optional.of(text.orElseThrow(
        () -> Problem.invalid("name", "must be text of 1 to " + CategoryPath.LONGEST + " characters without /")));
  }

  String requiredName() {
    return name().orElseThrow(() -> Problem.invalid("name", "must be given"));
  }

  /** @param now what counts when the request does not say */
  UUID parent(UUID now) {
    JsonNode parent = body.get("parent");
    if (parent == null || parent.isNull()) {
      return parent == null ? now : null;
    }
    try {
      if (parent.isTextual() && parent.textValue().length() == 36) {
        return UUID.fromString(parent.textValue());
      }
    } catch (IllegalArgumentException garbage) {
      throw unknown();
    }
    throw unknown();
  }

  private static Problem unknown() {
    return Problem.invalid("parent", "is not a category of yours");
  }
}
