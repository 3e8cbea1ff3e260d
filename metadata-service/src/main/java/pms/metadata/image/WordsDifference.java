package pms.metadata.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import pms.metadata.database.StoredJson;
import pms.metadata.history.FieldChange;

/** What a change comes to, field by field. */
final class WordsDifference {

  static final List<String> FIELDS =
      List.of("title", "description", "tags", "category", "rating", "favourite", "archived", "takenAt", "location");

  /** @param earlier the edits before the change, which tell whether a field said what the file says */
  static List<FieldChange> between(Words before, Words after, Edits earlier) {
    ObjectNode from = StoredJson.tree(before);
    ObjectNode to = StoredJson.tree(after);
    ObjectNode edits = StoredJson.tree(earlier);
    return FIELDS.stream()
        .filter(field -> !Objects.equals(from.get(field), to.get(field)))
        .map(field -> new FieldChange(field, from.get(field), to.get(field), edits.has(field)))
        .toList();
  }

  private WordsDifference() {}
}
