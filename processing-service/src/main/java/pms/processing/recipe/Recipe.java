package pms.processing.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import pms.processing.render.Operation;

/** The whole list of operations over the original; its JSON has one spelling, so that two recipes can be compared. */
public record Recipe(List<Operation> operations) {

  public static final Recipe NONE = new Recipe(List.of());

  public Recipe {
    operations = List.copyOf(operations);
  }

  public boolean isNothing() {
    return operations.isEmpty();
  }

  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    operations.forEach(operation -> list.add(json(operation)));
    return list;
  }

  static JsonNode json(Operation operation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    return switch (operation) {
      case Operation.Crop crop ->
          json.put("op", "crop").put("x", crop.x()).put("y", crop.y()).put("width", crop.width()).put("height", crop.height());
      case Operation.Rotate rotate -> degrees(json.put("op", "rotate"), rotate.degrees());
      case Operation.Flip flip -> json.put("op", "flip").put("axis", lower(flip.axis()));
      case Operation.Resize resize ->
          json.put("op", "resize").put("width", resize.width()).put("height", resize.height()).put("fit", lower(resize.fit()));
      case Operation.Adjust adjust ->
          json.put("op", "adjust")
              .put("brightness", adjust.brightness())
              .put("contrast", adjust.contrast())
              .put("saturation", adjust.saturation());
    };
  }

  private static ObjectNode degrees(ObjectNode json, double degrees) {
    return degrees == Math.rint(degrees) ? json.put("degrees", (int) degrees) : json.put("degrees", degrees);
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
