package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import pms.metadata.database.StoredJson;
import pms.metadata.history.FieldChange;
import pms.metadata.tag.TagKey;

/** Takes back one change of one field; later changes of other fields, and of other tags, stay. */
record Reversal(FieldChange change) {

  /** Whether the field is still as the change left it. Tags can be taken back one by one, so they always are. */
  boolean isStillThere(Words now) {
    return isTags() || Objects.equals(StoredJson.tree(now).get(change.field()), change.after());
  }

  /** All that people say once the change is taken back; where nobody had said anything the file counts again. */
  Edits over(Edits earlier, Image image) {
    if (isTags()) {
      return tags(earlier, image);
    }
    if (change.field().equals("category")) {
      String path = change.before() == null ? null : change.before().textValue();
      return Edits.ofCategory(path).over(earlier);
    }
    ObjectNode edits = StoredJson.tree(earlier);
    if (change.edited()) {
      edits.putObject(change.field()).set("value", change.before());
    } else {
      edits.remove(change.field());
    }
    return StoredJson.of(edits, Edits.class);
  }

  private boolean isTags() {
    return change.field().equals("tags");
  }

  private Edits tags(Edits earlier, Image image) {
    List<String> before = texts(change.before());
    List<String> after = texts(change.after());
    List<String> wanted = new ArrayList<>(TagKey.minus(image.words().tags(), TagKey.minus(after, before)));
    wanted.addAll(TagKey.minus(before, after));
    return Edits.ofTags(wanted).withTagsApart(earlier, image).over(earlier);
  }

  private static List<String> texts(JsonNode list) {
    return list == null ? List.of() : StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
