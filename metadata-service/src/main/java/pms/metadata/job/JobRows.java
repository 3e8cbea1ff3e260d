package pms.metadata.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.metadata.database.Sql;
import pms.metadata.database.StoredJson;

/** Jobs and their images in the database. */
@ApplicationScoped
class JobRows {

  private static final String SELECT = "SELECT " + Job.COLUMNS + " FROM job WHERE owner_id = ?";
  private static final String INSERT =
      "INSERT INTO job (owner_id, id, kind, spec, state, author_name, total, undoes, created_at, touched_at, worker, lease_until)"
          + " SELECT ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, now(), w.id, CASE WHEN w.id IS NOT NULL THEN now() + interval '60 seconds' END"
          + " FROM (SELECT ?::uuid AS id) w";
  private static final String FAIL =
      "UPDATE job SET state = 'FAILED', reason = ?, finished_at = now(), worker = NULL, lease_until = NULL"
          + " WHERE owner_id = ? AND id = ?";
  private static final String BEGIN = "UPDATE job SET spec = ?::jsonb WHERE owner_id = ? AND id = ?";
  private static final String FAILURES =
      "SELECT image_id, reason FROM job_item WHERE owner_id = ? AND job_id = ? AND state = 'failed' AND image_id > ?"
          + " ORDER BY image_id LIMIT ?";
  private static final String FORGET =
      "DELETE FROM job WHERE (owner_id, id) IN"
          + " (SELECT owner_id, id FROM job WHERE finished_at < now() - interval '30 days' LIMIT 100)";

  private final Sql sql;

  JobRows(Sql sql) {
    this.sql = sql;
  }

  Optional<Job> find(String owner, UUID id) {
    return sql.first(SELECT + " AND id = ?", Job::of, owner, id);
  }

  /** Nobody else takes it back until the transaction ends. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Job> lock(String owner, UUID id) {
    return sql.first(SELECT + " AND id = ? FOR UPDATE", Job::of, owner, id);
  }

  /** Latest first. */
  List<Job> page(String owner, UUID before, int limit) {
    return sql.list(SELECT + " AND id < ? ORDER BY id DESC LIMIT ?", Job::of, owner, before, limit);
  }

  Optional<Job> undoing(String owner, UUID job) {
    return sql.first(SELECT + " AND undoes = ? AND state <> 'FAILED'", Job::of, owner, job);
  }

  /** @param worker who has it from the start; null when whoever comes may work on it */
  @Transactional(Transactional.TxType.MANDATORY)
  void insert(Job job, UUID worker) {
    sql.update(
        INSERT, job.owner(), job.id(), job.kind().name(), StoredJson.write(job.spec()), job.state().name(),
        job.authorName(), job.total(), job.undoes(), job.createdAt(), worker);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void begin(Job job, JobSpec spec) {
    sql.update(BEGIN, StoredJson.write(spec), job.owner(), job.id());
  }

  void fail(String owner, UUID job, String reason) {
    sql.update(FAIL, reason, owner, job);
  }

  List<Map.Entry<UUID, String>> failures(String owner, UUID job, UUID after, int limit) {
    return sql.list(
        FAILURES, row -> Map.entry(row.getObject("image_id", UUID.class), row.getString("reason")), owner, job, after, limit);
  }

  int forgetOld() {
    return sql.update(FORGET);
  }
}
