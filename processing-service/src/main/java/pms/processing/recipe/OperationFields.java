package pms.processing.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pms.kit.problem.Problem;

/** The fields of one operation; each complaint names it and its place in the list. */
final class OperationFields {

  private final int index;
  private final ObjectNode json;

  OperationFields(int index, JsonNode json) {
    this.index = index;
    if (!(json instanceof ObjectNode object)) {
      throw Problem.invalid("operations[" + index + "]", "is an object with the field op");
    }
    this.json = object;
  }

  void onlyKnows(String... names) {
    Set<String> known = Set.of(names);
    json.fieldNames().forEachRemaining(name -> {
      if (!name.equals("op") && !known.contains(name)) {
        throw invalid(name, "is not a known field");
      }
    });
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  String text(String name) {
    return json.path(name).isTextual() ? json.get(name).textValue() : "";
  }

  int number(String name, int least, int most) {
    JsonNode value = json.path(name);
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
      throw invalid(name, "is a whole number from " + least + " to " + most);
    }
    return value.intValue();
  }

  double angle(String name) {
    JsonNode value = json.path(name);
    double degrees = value.isNumber() ? value.doubleValue() : Double.NaN;
    if (!(Math.abs(degrees) <= 360)) {
      throw invalid(name, "is a number of degrees from -360 to 360");
    }
    return degrees;
  }

  <E extends Enum<E>> E choice(String name, E[] values) {
    String text = text(name);
    return Arrays.stream(values)
        .filter(value -> Recipe.lower(value).equals(text))
        .findFirst()
        .orElseThrow(() -> invalid(name, "is one of " + Arrays.stream(values).map(Recipe::lower).collect(Collectors.joining(", "))));
  }

  Problem invalid(String name, String message) {
    return Problem.invalid("operations[" + index + "]." + name, message);
  }
}
