package pms.search.find;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import pms.kit.problem.Problem;
import pms.search.index.Elasticsearch;

/**
 * Where a page ended. Opaque to callers, and checked when it comes back; what one may see is not in it.
 *
 * @param view the index as it was when the search began
 * @param typos whether words were allowed to be mistyped
 * @param values sort values of the page's last hit
 */
record Cursor(String view, boolean typos, List<FieldValue> values) {

  private static final int LONGEST = 8000;
  private static final int FIRST_VALUE = 3;

  String written(Sorting sorting) {
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
      byte[] json = Elasticsearch.JSON.writeValueAsBytes(cursor);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a cursor is plain JSON", e);
    }
  }

  /** What was written; null for no cursor. */
  static Cursor read(String cursor, Sorting sorting) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    JsonNode parts = decode(cursor);
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

  private static JsonNode decode(String cursor) {
    if (cursor.length() > LONGEST) {
      throw invalid();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.ISO_8859_1));
      JsonNode parts = Elasticsearch.JSON.readTree(json);
      return parts == null ? Elasticsearch.JSON.nullNode() : parts;
    } catch (IllegalArgumentException | IOException e) {
      throw invalid();
    }
  }
}
