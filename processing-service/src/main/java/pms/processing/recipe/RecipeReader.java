package pms.processing.recipe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import pms.kit.problem.Problem;
import pms.processing.render.Dimensions;
import pms.processing.render.Fit;
import pms.processing.render.Operation;
import pms.processing.render.RenderPlan;

/** Reads recipes strictly: each operation is checked against the picture as the ones before it leave it. */
public final class RecipeReader {

  /** Operations of one recipe. */
  public static final int MOST = 50;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Dimensions ANY = new Dimensions(Integer.MAX_VALUE, Integer.MAX_VALUE);
  private static final String OPS = "is one of crop, rotate, flip, resize, adjust";

  private final Dimensions original;
  private final long pixelLimit;

  /**
   * @param original upright
   * @param pixelLimit that no operation may go beyond
   */
  public RecipeReader(Dimensions original, long pixelLimit) {
    this.original = original;
    this.pixelLimit = pixelLimit;
  }

  /** @throws Problem 400 if it is no JSON object, or says a thing twice */
  public static ObjectNode body(byte[] json) {
    try {
      if (json != null && MAPPER.readTree(json) instanceof ObjectNode body) {
        return body;
      }
    } catch (IOException garbage) {
      throw Problem.invalid("body", "is not JSON");
    }
    throw Problem.invalid("body", "is not a JSON object");
  }

  /** One that was checked before it was stored, as {@link Recipe#json} spells it. */
  public static Recipe stored(String json) {
    List<Operation> read = new ArrayList<>();
    try {
      for (JsonNode operation : MAPPER.readTree(json)) {
        read.add(operation(new OperationFields(read.size(), operation), ANY));
      }
      return new Recipe(read);
    } catch (IOException e) {
      throw new IllegalStateException("a stored recipe cannot be read", e);
    }
  }

  /** @throws Problem 400 that names the operation and the field */
  public Recipe read(JsonNode operations) {
    if (!(operations instanceof ArrayNode list)) {
      throw Problem.invalid("operations", "is a list of operations over the original");
    }
    if (list.size() > MOST) {
      throw Problem.invalid("operations", "are at most " + MOST);
    }
    List<Operation> read = new ArrayList<>();
    Dimensions picture = original;
    for (int i = 0; i < list.size(); i++) {
      OperationFields fields = new OperationFields(i, list.get(i));
      Operation operation = operation(fields, picture);
      picture = after(operation, picture, fields);
      read.add(operation);
    }
    return new Recipe(read);
  }

  private Dimensions after(Operation operation, Dimensions picture, OperationFields fields) {
    try {
      Dimensions after = operation.after(picture);
      if (after.pixels() <= pixelLimit) {
        return after;
      }
      throw fields.invalid("op", "makes %d × %d pixels, which is too many".formatted(after.width(), after.height()));
    } catch (ArithmeticException beyondNumbers) {
      throw fields.invalid("op", "makes more pixels than there can be");
    }
  }

  private static Operation operation(OperationFields fields, Dimensions picture) {
    return switch (fields.text("op")) {
      case "crop" -> crop(fields, picture);
      case "rotate" -> {
        fields.onlyKnows("degrees");
        yield new Operation.Rotate(fields.angle("degrees"));
      }
      case "flip" -> {
        fields.onlyKnows("axis");
        yield new Operation.Flip(fields.choice("axis", Operation.Axis.values()));
      }
      case "resize" -> resize(fields, picture);
      case "adjust" -> adjust(fields);
      default -> throw fields.invalid("op", OPS);
    };
  }

  private static Operation crop(OperationFields fields, Dimensions picture) {
    fields.onlyKnows("x", "y", "width", "height");
    int x = fields.number("x", 0, picture.width() - 1);
    int y = fields.number("y", 0, picture.height() - 1);
    return new Operation.Crop(
        x, y, fields.number("width", 1, picture.width() - x), fields.number("height", 1, picture.height() - y));
  }

  /** A side that is missing follows from the shape of the picture. */
  private static Operation resize(OperationFields fields, Dimensions picture) {
    fields.onlyKnows("width", "height", "fit");
    Fit fit = fields.has("fit") ? fields.choice("fit", Fit.values()) : Fit.INSIDE;
    if (!fields.has("width") && !fields.has("height")) {
      throw fields.invalid("width", "is needed, or height");
    }
    Integer width = fields.has("width") ? fields.number("width", 1, RenderPlan.LONGEST_SIDE) : null;
    Integer height = fields.has("height") ? fields.number("height", 1, RenderPlan.LONGEST_SIDE) : null;
    Dimensions whole = Fit.INSIDE.scaled(picture, width, height);
    return new Operation.Resize(width == null ? whole.width() : width, height == null ? whole.height() : height, fit);
  }

  private static Operation adjust(OperationFields fields) {
    fields.onlyKnows("brightness", "contrast", "saturation");
    if (!fields.has("brightness") && !fields.has("contrast") && !fields.has("saturation")) {
      throw fields.invalid("brightness", "is needed, or contrast, or saturation");
    }
    return new Operation.Adjust(percent(fields, "brightness"), percent(fields, "contrast"), percent(fields, "saturation"));
  }

  private static int percent(OperationFields fields, String name) {
    return fields.has(name) ? fields.number(name, -100, 100) : 0;
  }
}
