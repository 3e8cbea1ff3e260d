package pms.metadata.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import pms.metadata.database.Sql;
import pms.metadata.database.StoredJson;
import pms.metadata.history.Author;

/**
 * Work on many images of one owner.
 *
 * @param undoes the job that this one takes back; null for none
 * @param undoneBy the job that took it back, or does; null for none
 * @param reason why it failed as a whole; null if it did not
 */
public record Job(
    String owner, UUID id, JobKind kind, JobSpec spec, State state, String authorName, long total, long changed,
    long unchanged, long failed, String reason, UUID undoes, UUID undoneBy, Instant createdAt, Instant finishedAt) {

  static final String COLUMNS =
      "owner_id, id, kind, spec, state, author_name, total, changed, unchanged, failed, reason, undoes, created_at, finished_at,"
          + " (SELECT u.id FROM job u WHERE u.owner_id = job.owner_id AND u.undoes = job.id AND u.state <> 'FAILED') AS undone_by";

  enum State {
    COLLECTING,
    RUNNING,
    DONE,
    FAILED
  }

  static Job of(ResultSet row) throws SQLException {
    return new Job(
        row.getString("owner_id"), row.getObject("id", UUID.class), JobKind.valueOf(row.getString("kind")),
        StoredJson.read(row.getString("spec"), JobSpec.class), State.valueOf(row.getString("state")),
        row.getString("author_name"), row.getLong("total"), row.getLong("changed"), row.getLong("unchanged"),
        row.getLong("failed"), row.getString("reason"), row.getObject("undoes", UUID.class),
        row.getObject("undone_by", UUID.class),
        Sql.instant(row, "created_at"), Sql.instant(row, "finished_at"));
  }

  /** Only owners have jobs, so it is them who change the images. */
  public Author author() {
    return new Author(owner, authorName, id);
  }

  public boolean isFinished() {
    return finishedAt != null;
  }

  Job with(JobSpec other) {
    return new Job(
        owner, id, kind, other, state, authorName, total, changed, unchanged, failed, reason, undoes, undoneBy, createdAt, finishedAt);
  }

  boolean canBeUndone() {
    return spec.canBeUndone() && (kind != JobKind.CATEGORY_MOVE || spec.moved() != null);
  }

  /** Whether what its query finds is not written down yet. */
  boolean isQueried() {
    return state == State.COLLECTING && spec.query() != null;
  }
}
