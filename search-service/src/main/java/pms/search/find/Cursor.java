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

/** Where a page ended: the sort values of its last hit. Opaque to callers, and checked when it comes back. */
final class Cursor {

  private static final int LONGEST = 2000;

  static String of(Sorting sorting, List<FieldValue> values) {
    ArrayNode cursor = Elasticsearch.JSON.createArrayNode().add(sorting.name());
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

  /** The sort values in it; empty for no cursor. */
  static List<FieldValue> read(String cursor, Sorting sorting) {
    if (cursor == null || cursor.isEmpty()) {
      return List.of();
    }
    JsonNode parts = decode(cursor);
    boolean fits = parts.isArray() && parts.size() == sorting.options().size() + 1;
    if (!fits || !sorting.name().equals(parts.get(0).textValue())) {
      throw invalid();
    }
    List<FieldValue> values = new ArrayList<>();
    for (int i = 1; i < parts.size(); i++) {
      values.add(value(parts.get(i), kind(sorting, i, parts.size())));
    }
    return values;
  }

  private enum Kind {
    TEXT,
    WHOLE,
    SCORE
  }

  /** In the order of {@link Sorting#options}: the field, for relevance then the time, at last the id. */
  private static Kind kind(Sorting sorting, int index, int size) {
    if (index == size - 1 || sorting.by() == Sorting.By.NAME) {
      return Kind.TEXT;
    }
    return sorting.by() == Sorting.By.RELEVANCE && index == 1 ? Kind.SCORE : Kind.WHOLE;
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

  private static Problem invalid() {
    return Problem.invalid("after", "is not a cursor of this search");
  }

  private Cursor() {}
}
