package pms.metadata.history;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What happened to one field.
 *
 * @param before what counted before; null for nothing
 * @param after what counts since; null for nothing
 * @param edited whether somebody had said something on this field before; if not, before is what the file says
 */
public record FieldChange(String field, JsonNode before, JsonNode after, boolean edited) {}
