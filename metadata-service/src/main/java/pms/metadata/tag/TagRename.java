package pms.metadata.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.kit.problem.Problem;
import pms.metadata.extract.PlainText;
import pms.metadata.extract.Tags;
import pms.metadata.input.JsonBody;

/** What a tag is to be called. */
record TagRename(String name) {

  private static final String RULE = "must be text of 1 to " + Tags.LONGEST + " characters";

  /** For the API's description. */
  @Schema(name = "TagRename")
  record Fields(String name) {}

  static TagRename parse(byte[] json) {
    ObjectNode body = JsonBody.parse(json);
    body.fieldNames().forEachRemaining(field -> {
      if (!field.equals("name")) {
        throw Problem.invalid(field.length() > 100 ? "body" : field, "is not a known field");
      }
    });
    JsonNode name = body.get("name");
    if (name == null || !name.isTextual() || !PlainText.isClean(name.textValue())
        || name.textValue().codePointCount(0, name.textValue().length()) > Tags.LONGEST) {
      throw Problem.invalid("name", RULE);
    }
    return new TagRename(
        PlainText.clean(name.textValue().replaceAll("\\s+", " "), Tags.LONGEST).orElseThrow(() -> Problem.invalid("name", RULE)));
  }
}
