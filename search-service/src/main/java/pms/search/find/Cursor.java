package pms.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pms.kit.problem.Problem;
import pms.search.index.Elasticsearch;

/**
 * Where a page ended. Opaque to callers, and sealed by {@link CursorSeal}; what one may see is not in it.
 *
 * @param view the index as it was when the search began
 * @param typos whether words were allowed to be mistyped
 * @param values sort values of the page's last hit
 */
record Cursor(String view, boolean typos, List<FieldValue> values) {

  private static final int FIRST_VALUE = 3;

  byte[] written(Sorting sorting) {
    ArrayNode cursor = Elasticsearch.JSON.createArrayNode().add(sorting.name()).add(view).add(typos);
    for (FieldValue value : values) {
      switch (value._kind()) {
        case Long -> cursor.add(value.longValue());
        case Double -> cursor.add(value.doubleValue());
        case String -> cursor.add(value.stringValue());
        default -> throw new IllegalStateException("no sort value is " + value._kind());
      }
    }
    try {
      return Elasticsearch.JSON.writeValueAsBytes(cursor);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor is plain JSON", e);
    }
  }

  /** What was written, perhaps by an older version of ours or for another order; null for no cursor. */
  static Cursor read(byte[] cursor, Sorting sorting) {
    if (cursor == null) {
      return null;
    }
    JsonNode parts = json(cursor);
    int values = parts.size() - FIRST_VALUE;
    int sorted = sorting.options().size();
    // A view of the index has a last tie breaker of its own.
    boolean fits = parts.isArray() && (values == sorted || values == sorted + 1);
    if (!fits || !sorting.name().equals(parts.get(0).textValue())) {
      throw invalid();
    }
    if (!parts.get(1).isTextual() || !parts.get(2).isBoolean()) {
      throw invalid();
    }
    List<FieldValue> read = new ArrayList<>();
    for (int i = 0; i < values; i++) {
      read.add(value(parts.get(i + FIRST_VALUE), kind(sorting, i, sorted)));
    }
    return new Cursor(parts.get(1).textValue(), parts.get(2).booleanValue(), read);
  }

  static Problem invalid() {
    return Problem.invalid("after", "is not a cursor of this search");
  }

  private enum Kind {
    TEXT,
    WHOLE,
    SCORE
  }

  /** In the order of {@link Sorting#options}: the field, for relevance then the time, then the id. */
  private static Kind kind(Sorting sorting, int index, int sorted) {
    if (index == sorted - 1 || index == 0 && sorting.by() == Sorting.By.NAME) {
      return Kind.TEXT;
    }
    return sorting.by() == Sorting.By.RELEVANCE && index == 0 ? Kind.SCORE : Kind.WHOLE;
  }

  private static FieldValue value(JsonNode part, Kind kind) {
    boolean score = part.isNumber() && part.floatValue() >= 0 && Float.isFinite(part.floatValue());
    if (kind == Kind.TEXT && part.isTextual()) {
      return FieldValue.of(part.textValue());
    }
    if (kind == Kind.WHOLE && part.isIntegralNumber() && part.canConvertToLong()) {
      return FieldValue.of(part.longValue());
    }
    if (kind == Kind.SCORE && score) {
      return FieldValue.of(part.doubleValue());
    }
    throw invalid();
  }

  private static JsonNode json(byte[] cursor) {
    try {
      return Elasticsearch.JSON.readTree(cursor);
    } catch (IOException e) {
      throw invalid();
    }
  }
}
