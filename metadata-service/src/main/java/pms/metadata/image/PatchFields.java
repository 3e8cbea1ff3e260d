package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.metadata.category.CategoryPath;
import pms.metadata.extract.PlainText;
import pms.metadata.extract.Tags;

/**
 * Reads the fields of one patch and gathers what is wrong with them. Absent is null; an explicit null is an empty {@link
 * Edited}.
 */
final class PatchFields {

  private final ObjectNode body;
  private final String prefix;
  private final List<FieldError> errors = new ArrayList<>();

  PatchFields(ObjectNode body) {
    this(body, "");
  }

  /** @param prefix stands before the names of wrong fields, such as {@code change.} */
  PatchFields(ObjectNode body, String prefix) {
    this.body = body;
    this.prefix = prefix;
  }

  void wrong(String field, String message) {
    errors.add(new FieldError(prefix + field, message));
  }

  void refuseErrors() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
  }

  void onlyKnow(Set<String> fields) {
    onlyKnow("", body, fields);
    for (String name : List.of("takenAt", "location")) {
      if (body.has(name) && !body.get(name).isObject() && !body.get(name).isNull()) {
        wrong(name, "must be an object or null");
      }
    }
  }

  void onlyKnow(String path, ObjectNode node, Set<String> fields) {
    node.fieldNames().forEachRemaining(name -> {
      if (!fields.contains(name)) {
        wrong(path + PlainText.clean(name, 100).orElse("?"), "is not a known field");
      }
    });
  }

  Edited<String> text(String field, int longest) {
    JsonNode node = body.get(field);
    return node == null ? null : new Edited<>(text(field, node, longest));
  }

  /** Blank is as good as nothing. */
  String text(String field, JsonNode node, int longest) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isTextual()) {
      wrong(field, "must be text or null");
    } else if (!PlainText.isClean(node.textValue())) {
      wrong(field, "has characters that cannot be shown");
    } else if (node.textValue().codePointCount(0, node.textValue().length()) > longest) {
      wrong(field, "must have at most " + longest + " characters");
    } else {
      return PlainText.clean(node.textValue(), longest).orElse(null);
    }
    return null;
  }

  Edited<List<String>> tags(String field) {
    return tags(field, Tags.MOST);
  }

  Edited<List<String>> tags(String field, int most) {
    JsonNode node = body.get(field);
    if (node == null || node.isNull()) {
      return node == null ? null : new Edited<>(List.of());
    }
    if (!node.isArray() || node.size() > most) {
      wrong(field, "must be a list of at most " + most + " tags");
      return null;
    }
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      tags.add(required(field + "[" + i + "]", node.get(i), Tags.LONGEST));
    }
    return new Edited<>(Tags.of(tags, most));
  }

  /** A path of names joined by slashes. */
  Edited<String> category(String field) {
    Edited<String> text = text(field, CategoryPath.DEEPEST * (CategoryPath.LONGEST + 3));
    if (text == null || text.value() == null) {
      return text;
    }
    Optional<CategoryPath> path = CategoryPath.parse(text.value());
    if (path.isEmpty()) {
      wrong(field, CategoryPath.RULE);
    }
    return new Edited<>(path.map(CategoryPath::toString).orElse(null));
  }

  Edited<Integer> number(String field, int least, int most) {
    JsonNode node = body.get(field);
    if (node == null || node.isNull()) {
      return node == null ? null : new Edited<>(null);
    }
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      wrong(field, "must be a whole number from " + least + " to " + most + ", or null");
      return null;
    }
    return new Edited<>(node.intValue());
  }

  Edited<Boolean> flag(String field) {
    JsonNode node = body.get(field);
    if (node == null) {
      return null;
    }
    if (!node.isBoolean() && !node.isNull()) {
      wrong(field, "must be true, false or null");
    }
    return new Edited<>(node.isBoolean() ? node.booleanValue() : null);
  }

  /** Null when it is null or wrong. */
  Double decimal(String field, JsonNode node, double least, double most) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isNumber() || !(node.doubleValue() >= least && node.doubleValue() <= most)) {
      wrong(field, "must be a number from %.0f to %.0f, or null".formatted(least, most));
      return null;
    }
    return node.doubleValue();
  }

  private String required(String field, JsonNode node, int longest) {
    int before = errors.size();
    String text = text(field, node, longest);
    if (text == null && errors.size() == before) {
      wrong(field, "must not be empty");
    }
    return text;
  }
}
