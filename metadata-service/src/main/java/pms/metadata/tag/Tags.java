package pms.metadata.tag;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import pms.metadata.database.Sql;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;
import pms.metadata.page.TextCursor;

/** The words of an owner's library, with how many pictures each has. */
@ApplicationScoped
public class Tags {

  /** Behind every key that begins with the prefix. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private static final String LIST =
      "SELECT key, name, images, holders FROM tag"
          + " WHERE owner_id = ? AND images > 0 AND key >= ? AND key < ? AND key > ? ORDER BY key LIMIT ?";
  private static final String ONE = "SELECT key, name, images, holders FROM tag WHERE owner_id = ? AND key = ?";

  private final Sql sql;

  Tags(Sql sql) {
    this.sql = sql;
  }

  /** In the order of the alphabet without case and accents. */
  Page<TagView> list(String owner, String prefix, TextCursor after, Limit limit) {
    String from = prefix == null ? "" : TagKey.of(prefix);
    String behind = after == null ? "" : after.key();
    return Page.of(
        sql.list(LIST, Tags::tag, owner, from, from + LAST, behind, limit.count() + 1),
        limit, Tag::view, tag -> new TextCursor(tag.key()).toString());
  }

  public Optional<Tag> find(String owner, String name) {
    return sql.first(ONE, Tags::tag, owner, TagKey.of(name));
  }

  /** A tag that only images in the trash hold, or none any more, counts none. */
  TagView view(String owner, String name) {
    return find(owner, name).map(Tag::view).orElseGet(() -> new TagView(name, 0));
  }

  private static Tag tag(ResultSet row) throws SQLException {
    return new Tag(row.getString("key"), row.getString("name"), row.getLong("images"), row.getLong("holders"));
  }
}
