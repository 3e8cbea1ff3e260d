package pms.metadata.tag;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.metadata.database.Sql;

/**
 * Which image holds which tag, and how many each tag has. Every change happens under the lock of the owner's library, so
 * that counters are never read and written by two at once.
 */
@ApplicationScoped
public class TagRows {

  private static final String HELD =
      "SELECT image_id, key, counted FROM image_tag WHERE owner_id = ? AND image_id = ANY (?)";
  private static final String NAMES = "SELECT key, name FROM tag WHERE owner_id = ? AND key = ANY (?)";
  private static final String DROP =
      "DELETE FROM image_tag t USING unnest(?, ?) AS gone (image_id, key)"
          + " WHERE t.owner_id = ? AND t.image_id = gone.image_id AND t.key = gone.key";
  private static final String HOLD =
      "INSERT INTO image_tag (owner_id, image_id, key, counted) SELECT ?, * FROM unnest(?, ?, ?)"
          + " ON CONFLICT (owner_id, image_id, key) DO UPDATE SET counted = EXCLUDED.counted";
  private static final String COUNT =
      "INSERT INTO tag (owner_id, key, name, images, holders) SELECT ?, * FROM unnest(?, ?, ?, ?)"
          + " ON CONFLICT (owner_id, key) DO UPDATE"
          + " SET images = tag.images + EXCLUDED.images, holders = tag.holders + EXCLUDED.holders";
  private static final String RESPELL = "UPDATE tag SET name = ? WHERE owner_id = ? AND key = ? AND name IN (?, ?)";
  private static final String FORGET = "DELETE FROM tag WHERE owner_id = ? AND key = ANY (?) AND holders <= 0";

  private final Sql sql;

  TagRows(Sql sql) {
    this.sql = sql;
  }

  record Held(UUID image, String key, boolean counted) {}

  /**
   * Makes rows and counters what these images hold now.
   *
   * @return the spelling to show, by key
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<String, String> settle(String owner, Collection<TagsOfImage> images) {
    UUID[] ids = images.stream().map(TagsOfImage::image).toArray(UUID[]::new);
    TagDifference difference = TagDifference.between(sql.list(HELD, TagRows::held, owner, ids), images);
    Map<String, String> names = spelling(owner, images);
    if (!difference.isNone()) {
      write(owner, difference, names);
    }
    return names;
  }

  /**
   * Under the lock of the library. Done twice it is done.
   *
   * @return false if the tag is gone, or spelled in a third way by now
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean respell(String owner, String key, String from, String to) {
    return sql.update(RESPELL, to, owner, key, from, to) == 1;
  }

  private Map<String, String> spelling(String owner, Collection<TagsOfImage> images) {
    Map<String, String> names = new HashMap<>();
    images.forEach(image -> image.names().forEach(names::putIfAbsent));
    if (!names.isEmpty()) {
      String[] keys = names.keySet().toArray(String[]::new);
      sql.list(NAMES, row -> names.put(row.getString("key"), row.getString("name")), owner, keys);
    }
    return names;
  }

  private void write(String owner, TagDifference difference, Map<String, String> names) {
    if (!difference.dropped().isEmpty()) {
      sql.update(DROP, images(difference.dropped()), keys(difference.dropped()), owner);
    }
    if (!difference.held().isEmpty()) {
      Boolean[] counted = difference.held().stream().map(Held::counted).toArray(Boolean[]::new);
      sql.update(HOLD, owner, images(difference.held()), keys(difference.held()), counted);
    }
    String[] keys = difference.counts().keySet().toArray(String[]::new);
    List<TagDifference.Count> counts = new ArrayList<>(difference.counts().values());
    sql.update(
        COUNT, owner, keys, difference.counts().keySet().stream().map(key -> names.getOrDefault(key, key)).toArray(String[]::new),
        counts.stream().map(TagDifference.Count::images).toArray(Long[]::new),
        counts.stream().map(TagDifference.Count::holders).toArray(Long[]::new));
    sql.update(FORGET, owner, keys);
  }

  private static UUID[] images(List<Held> rows) {
    return rows.stream().map(Held::image).toArray(UUID[]::new);
  }

  private static String[] keys(List<Held> rows) {
    return rows.stream().map(Held::key).toArray(String[]::new);
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(row.getObject("image_id", UUID.class), row.getString("key"), row.getBoolean("counted"));
  }
}
