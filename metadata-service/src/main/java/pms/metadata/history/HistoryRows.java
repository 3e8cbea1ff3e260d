package pms.metadata.history;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import pms.contracts.Ids;
import pms.metadata.database.Sql;
import pms.metadata.database.StoredJson;

/** What was changed, when and by whom; rows are only ever added, until their image is purged. */
@ApplicationScoped
public class HistoryRows {

  private static final String KEEP =
      "INSERT INTO edit_history (owner_id, author_id, author_name, job_id, at, image_id, id, field, before, after, edited,"
          + " before_category, after_category)"
          + " SELECT ?, ?, ?, ?, ?, h.image, h.id, h.field, h.before::jsonb, h.after::jsonb, h.edited, h.from_category, h.to_category"
          + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?) AS h (image, id, field, before, after, edited, from_category, to_category)";
  private static final String COLUMNS =
      "SELECT image_id, id, at, author_id, author_name, job_id, field, before, after, edited, before_category, after_category"
          + " FROM edit_history WHERE owner_id = ?";
  private static final String PAGE = COLUMNS + " AND image_id = ? AND id < ? ORDER BY id DESC LIMIT ?";
  private static final String ONE = COLUMNS + " AND image_id = ? AND id = ?";
  private static final String OF_JOB = COLUMNS + " AND job_id = ? AND image_id = ANY (?) ORDER BY id DESC";
  private static final String FORGET = "DELETE FROM edit_history WHERE owner_id = ? AND image_id = ?";

  private final Sql sql;

  HistoryRows(Sql sql) {
    this.sql = sql;
  }

  /** A change of one image. */
  public record Kept(UUID image, FieldChange change) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public void keep(String owner, Author author, Instant at, List<Kept> changes) {
    if (!changes.isEmpty()) {
      sql.update(
          KEEP, owner, author.id(), author.name(), author.job(), at,
          changes.stream().map(Kept::image).toArray(UUID[]::new),
          changes.stream().map(kept -> Ids.next()).toArray(UUID[]::new),
          texts(changes, FieldChange::field),
          texts(changes, change -> text(change.before())),
          texts(changes, change -> text(change.after())),
          changes.stream().map(kept -> kept.change().edited()).toArray(Boolean[]::new),
          changes.stream().map(kept -> kept.change().from()).toArray(UUID[]::new),
          changes.stream().map(kept -> kept.change().to()).toArray(UUID[]::new));
    }
  }

  /** Latest first. */
  public List<HistoryEntry> page(String owner, UUID image, UUID before, int limit) {
    return sql.list(PAGE, HistoryRows::entry, owner, image, before, limit);
  }

  public Optional<HistoryEntry> find(String owner, UUID image, UUID id) {
    return sql.first(ONE, HistoryRows::entry, owner, image, id);
  }

  /** What a job did to these images, latest first. */
  public List<HistoryEntry> ofJob(String owner, UUID job, Collection<UUID> images) {
    return sql.list(OF_JOB, HistoryRows::entry, owner, job, images.toArray(UUID[]::new));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(String owner, UUID image) {
    sql.update(FORGET, owner, image);
  }

  private static String[] texts(List<Kept> changes, Function<FieldChange, String> text) {
    return changes.stream().map(kept -> text.apply(kept.change())).toArray(String[]::new);
  }

  private static String text(JsonNode value) {
    return value == null ? null : value.toString();
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    Author author =
        new Author(row.getString("author_id"), row.getString("author_name"), row.getObject("job_id", UUID.class));
    FieldChange change =
        new FieldChange(
            row.getString("field"), StoredJson.read(row.getString("before"), JsonNode.class),
            StoredJson.read(row.getString("after"), JsonNode.class), row.getBoolean("edited"),
            row.getObject("before_category", UUID.class), row.getObject("after_category", UUID.class));
    return new HistoryEntry(
        row.getObject("id", UUID.class), row.getObject("image_id", UUID.class), Sql.instant(row, "at"), author, change);
  }
}
