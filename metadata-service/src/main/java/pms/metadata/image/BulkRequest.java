package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.metadata.input.JsonBody;

/**
 * A change for a list of images, or for all of one's own that a query finds.
 *
 * @param ids each once; empty when there is a query
 * @param query null when there are ids
 */
record BulkRequest(Set<UUID> ids, String query, ObjectNode change) {

  private static final int MOST = 10_000;
  private static final int LONGEST_QUERY = 2_000;
  private static final int MOST_ERRORS = 20;

  /** For the API's description. */
  @Schema(name = "BulkRequest")
  record Fields(List<UUID> ids, String query, BulkChange.Fields change) {}

  static BulkRequest parse(byte[] json) {
    ObjectNode body = JsonBody.parse(json);
    PatchFields fields = new PatchFields(body);
    fields.onlyKnow("", body, Set.of("ids", "query", "change"));
    if (body.has("ids") == body.has("query")) {
      fields.wrong("ids", "or query must be given, and not both");
    }
    if (!(body.get("change") instanceof ObjectNode)) {
      fields.wrong("change", "must be an object");
    }
    Edited<String> query = fields.text("query", LONGEST_QUERY);
    if (query != null && query.value() == null) {
      fields.wrong("query", "must not be empty");
    }
    fields.refuseErrors();
    ObjectNode change = (ObjectNode) body.get("change");
    if (RemoteChange.isMeant(change)) {
      RemoteChange.parse(change);
    } else {
      BulkChange.parse(change);
    }
    Set<UUID> ids = query == null ? ids(body.get("ids")) : Set.of();
    return new BulkRequest(ids, query == null ? null : query.value(), change);
  }

  private static Set<UUID> ids(JsonNode list) {
    if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
      throw Problem.invalid("ids", "must be a list of 1 to " + MOST + " ids");
    }
    Set<UUID> ids = new LinkedHashSet<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < list.size() && errors.size() < MOST_ERRORS; i++) {
      Optional<UUID> id = id(list.get(i));
      id.ifPresent(ids::add);
      if (id.isEmpty()) {
        errors.add(new FieldError("ids[" + i + "]", "must be an id"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return ids;
  }

  private static Optional<UUID> id(JsonNode node) {
    try {
      return node.isTextual() && node.textValue().length() == 36 ? Optional.of(UUID.fromString(node.textValue())) : Optional.empty();
    } catch (IllegalArgumentException garbage) {
      return Optional.empty();
    }
  }
}
