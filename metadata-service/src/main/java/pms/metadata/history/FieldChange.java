package pms.metadata.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.UUID;

/**
 * What happened to one field.
 *
 * @param before what counted before; null for nothing
 * @param after what counts since; null for nothing
 * @param edited whether somebody had said something on this field before; if not, before is what the file says
 * @param from the category of which before is the path; null for none, and for other fields
 * @param to the category of which after is the path; null likewise
 */
public record FieldChange(String field, JsonNode before, JsonNode after, boolean edited, UUID from, UUID to) {

  public FieldChange(String field, JsonNode before, JsonNode after, boolean edited) {
    this(field, before, after, edited, null, null);
  }

  public FieldChange between(UUID category, UUID other) {
    return field.equals("category") ? new FieldChange(field, before, after, edited, category, other) : this;
  }

  /** @param paths by which its categories are called now; one that is gone keeps the path that it had */
  public FieldChange named(Map<UUID, String> paths) {
    return new FieldChange(field, path(paths, from, before), path(paths, to, after), edited, from, to);
  }

  private static JsonNode path(Map<UUID, String> paths, UUID category, JsonNode then) {
    return category != null && paths.containsKey(category) ? TextNode.valueOf(paths.get(category)) : then;
  }
}
