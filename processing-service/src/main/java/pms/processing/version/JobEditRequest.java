package pms.processing.version;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.processing.recipe.RecipeReader;
import pms.processing.render.Dimensions;

/** What a bulk job asks for in its owner's name. */
record JobEditRequest(Author author, BulkEditRequest edit) {

  /** No picture is larger, so what does not fit here fits nowhere. */
  private static final Dimensions LARGEST = new Dimensions(1_000_000, 1_000_000);

  static JobEditRequest parse(byte[] json) {
    ObjectNode body = RecipeReader.body(json);
    Author author = new Author(text(body, "owner"), body.path("ownerName").textValue(), job(text(body, "job")));
    body.remove(Set.of("owner", "ownerName", "job"));
    return new JobEditRequest(author, BulkEditRequest.of(body));
  }

  /** Whether there can be a picture that this may be done to: everything but what its size decides. */
  static void check(byte[] json) {
    EditRequest request = EditRequest.parse(json);
    new RecipeReader(LARGEST, Long.MAX_VALUE).read(request.operations());
  }

  private static String text(ObjectNode body, String field) {
    String text = body.path(field).asText("");
    if (text.isBlank()) {
      throw Problem.invalid(field, "is missing");
    }
    return text;
  }

  private static UUID job(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.invalid("job", "is not an id");
    }
  }
}
