package pms.metadata.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.metadata.database.Sql;

/** Who works on which job. A lease that ended with its worker is taken over by the next one that looks. */
@ApplicationScoped
class JobLease {

  private static final String FREE = "finished_at IS NULL AND (lease_until IS NULL OR lease_until < now())";
  private static final String TAKE =
      "UPDATE job SET worker = ?, lease_until = now() + interval '30 seconds', touched_at = now() WHERE ";
  private static final String TAKE_ANY =
      TAKE + "(owner_id, id) = (SELECT owner_id, id FROM job WHERE " + FREE
          + " ORDER BY touched_at FOR UPDATE SKIP LOCKED LIMIT 1) RETURNING " + Job.COLUMNS;
  private static final String KEEP =
      "UPDATE job SET lease_until = now() + interval '30 seconds' WHERE owner_id = ? AND id = ? AND worker = ?"
          + " AND finished_at IS NULL RETURNING " + Job.COLUMNS;
  private static final String RELEASE =
      "UPDATE job SET worker = NULL, lease_until = NULL WHERE owner_id = ? AND id = ? AND worker = ?";

  private static final String POSTPONE =
      "UPDATE job SET worker = NULL, lease_until = now() + interval '5 seconds', touched_at = now()"
          + " WHERE owner_id = ? AND id = ? AND worker = ?";

  private final Sql sql;

  JobLease(Sql sql) {
    this.sql = sql;
  }

  /** The one that waited longest, so that a large job does not keep small ones waiting. */
  Optional<Job> takeAny(UUID worker) {
    return sql.first(TAKE_ANY, Job::of, worker);
  }

  /** Locks the job until the transaction ends; empty when it is another's by now, and then nothing is to be done. */
  Optional<Job> keep(UUID worker, Job job) {
    return sql.first(KEEP, Job::of, job.owner(), job.id(), worker);
  }

  /** Nobody goes on with it for a moment. */
  void postpone(UUID worker, Job job) {
    sql.update(POSTPONE, job.owner(), job.id(), worker);
  }

  void release(UUID worker, Job job) {
    sql.update(RELEASE, job.owner(), job.id(), worker);
  }
}
