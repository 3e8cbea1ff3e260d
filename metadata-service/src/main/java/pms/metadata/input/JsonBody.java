package pms.metadata.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import pms.kit.problem.Problem;

/** A request body read as a tree, since only a tree tells an absent field from a null; doubled fields are refused. */
public final class JsonBody {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public static ObjectNode parse(byte[] json) {
    try {
      if (json != null && MAPPER.readTree(json) instanceof ObjectNode body) {
        return body;
      }
    } catch (IOException garbage) {
      throw Problem.invalid("body", "is not JSON");
    }
    throw Problem.invalid("body", "is not a JSON object");
  }

  private JsonBody() {}
}
