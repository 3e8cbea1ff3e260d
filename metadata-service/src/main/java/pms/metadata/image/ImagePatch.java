package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Function;
import pms.kit.problem.Problem;
import pms.metadata.extract.Place;
import pms.metadata.input.JsonBody;

/**
 * A JSON merge patch of what people may say about an image: null takes away, absent leaves.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
final class ImagePatch {

  private static final Set<String> FIELDS =
      Set.of("title", "description", "tags", "category", "rating", "favourite", "archived", "takenAt", "location");

  /** What somebody may say whom the owner lets edit: a rating, a place in the owner's own order and a time are not. */
  private static final Set<String> OF_OTHERS = Set.of("title", "description", "tags");

  private final ObjectNode body;

  private ImagePatch(ObjectNode body) {
    this.body = body;
  }

  static ImagePatch parse(byte[] json) {
    return new ImagePatch(JsonBody.parse(json));
  }

  /**
   * The edits that this patch means where these words count.
   *
   * @throws Problem 400 naming every field that breaks a rule
   */
  Edits over(Words now) {
    PatchFields fields = new PatchFields(body);
    fields.onlyKnow(FIELDS);
    Edited<Place> location = part("location", node -> PatchedPlace.over(now.location(), node, fields));
    Place place = location == null ? now.location() : location.value();
    Edits edits =
        new Edits(
            fields.text("title", 500),
            fields.text("description", 10_000),
            fields.tags("tags", now.mostTags()),
            fields.category("category"),
            fields.number("rating", 0, 5),
            fields.flag("favourite"),
            fields.flag("archived"),
            part("takenAt", node -> PatchedTime.over(now.takenAt(), place, node, fields)),
            location,
            null);
    fields.refuseErrors();
    return edits;
  }

  /** @throws Problem 403 when it says anything that is the owner's to say */
  void requireOnlyWhatOthersMaySay() {
    body.fieldNames().forEachRemaining(field -> {
      if (FIELDS.contains(field) && !OF_OTHERS.contains(field)) {
        throw Problem.of(403, "owner-only", "Forbidden", "Only the owner of a picture changes its " + field + ".");
      }
    });
  }

  /** All that people say of the image after this patch. */
  Edits over(Image image) {
    Edits all = over(image.words()).withTagsApart(image.edits(), image).over(image.edits());
    all.requireFewTags(image.edits());
    return all;
  }

  private <T> Edited<T> part(String name, Function<ObjectNode, T> merge) {
    JsonNode node = body.get(name);
    if (node == null) {
      return null;
    }
    return new Edited<>(node instanceof ObjectNode part ? merge.apply(part) : null);
  }
}
