package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pms.metadata.tag.TagKey;

/**
 * One change for many images: tags to add and to take away, and what all of them get; absent leaves, null takes away.
 *
 * @param edits without tags
 */
record BulkChange(List<String> add, List<String> remove, Edits edits) {

  private static final Set<String> FIELDS = Set.of("tags", "category", "favourite", "rating", "archived");

  /** The fields, for the API's description. */
  @Schema(name = "BulkChange")
  record Fields(
      TagFields tags, String category, Boolean favourite, Integer rating, Boolean archived, Boolean trash, RemoteChange.EditFields edits) {}

  @Schema(name = "BulkTags")
  record TagFields(List<String> add, List<String> remove) {}

  /** @throws pms.kit.problem.Problem 400 naming every field that breaks a rule */
  static BulkChange parse(ObjectNode change) {
    PatchFields fields = new PatchFields(change, "change.");
    fields.onlyKnow("", change, FIELDS);
    if (change.isEmpty()) {
      fields.wrong("tags", "or another field must be given");
    }
    Edits edits =
        new Edits(
            null, null, null, fields.category("category"), fields.number("rating", 0, 5), fields.flag("favourite"),
            fields.flag("archived"), null, null, null);
    JsonNode tags = change.get("tags");
    if (tags != null && !tags.isObject()) {
      fields.wrong("tags", "must be an object with add, remove or both");
    }
    fields.refuseErrors();
    return tags == null ? new BulkChange(List.of(), List.of(), edits) : withTags((ObjectNode) tags, edits);
  }

  private static BulkChange withTags(ObjectNode tags, Edits edits) {
    PatchFields fields = new PatchFields(tags, "change.tags.");
    fields.onlyKnow("", tags, Set.of("add", "remove"));
    Edited<List<String>> add = fields.tags("add");
    Edited<List<String>> remove = fields.tags("remove");
    fields.refuseErrors();
    return new BulkChange(add == null ? List.of() : add.value(), remove == null ? List.of() : remove.value(), edits);
  }

  /** All that people say of the image after this change. */
  Edits over(Image image) {
    Edits all = edits.over(image.edits());
    if (add.isEmpty() && remove.isEmpty()) {
      return all;
    }
    List<String> wanted = new ArrayList<>(TagKey.minus(image.words().tags(), remove));
    wanted.addAll(TagKey.minus(add, wanted));
    return Edits.ofTags(wanted).withTagsApart(image.edits(), image).over(all);
  }
}
