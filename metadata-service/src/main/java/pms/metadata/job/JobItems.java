package pms.metadata.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.metadata.database.Sql;

/** The images of running jobs. */
@ApplicationScoped
class JobItems {

  private static final String INSERT = "INSERT INTO job_item (owner_id, job_id, image_id) ";
  private static final String OF_TAG = INSERT + "SELECT owner_id, ?, image_id FROM image_tag WHERE owner_id = ? AND key = ?";
  private static final String OF_CATEGORIES =
      INSERT + "SELECT owner_id, ?, id FROM image WHERE owner_id = ? AND category_id = ANY (?)";
  private static final String OF_JOB =
      INSERT + "SELECT owner_id, ?, image_id FROM job_item WHERE owner_id = ? AND job_id = ? AND state = 'changed'";
  private static final String ADD = INSERT + "SELECT ?, ?, * FROM unnest(?) ON CONFLICT DO NOTHING";
  private static final String ADDED = "UPDATE job SET total = total + ?, state = ? WHERE owner_id = ? AND id = ?";
  private static final String LAST =
      "SELECT image_id FROM job_item WHERE owner_id = ? AND job_id = ? ORDER BY image_id DESC LIMIT 1";
  private static final String COLLECTED = "UPDATE job SET state = 'RUNNING', total = ? WHERE owner_id = ? AND id = ?";
  private static final String PENDING =
      "SELECT image_id FROM job_item WHERE owner_id = ? AND job_id = ? AND state = 'pending' ORDER BY image_id LIMIT ?";
  private static final String SETTLE =
      "UPDATE job_item i SET state = r.state, reason = r.reason FROM unnest(?, ?, ?) AS r (image_id, state, reason)"
          + " WHERE i.owner_id = ? AND i.job_id = ? AND i.image_id = r.image_id";
  private static final String COUNT =
      "UPDATE job SET changed = changed + ?, unchanged = unchanged + ?, failed = failed + ?, touched_at = now()"
          + " WHERE owner_id = ? AND id = ?";
  private static final String FINISH =
      "UPDATE job SET state = 'DONE', finished_at = now(), worker = NULL, lease_until = NULL WHERE owner_id = ? AND id = ?";

  private final Sql sql;

  JobItems(Sql sql) {
    this.sql = sql;
  }

  /** Of a job that is told its images with its start. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(String owner, UUID job, Collection<UUID> images) {
    sql.update(ADD, owner, job, images.toArray(UUID[]::new));
  }

  /** A page of what the query of a job finds; with the last one its work begins. */
  @Transactional(Transactional.TxType.MANDATORY)
  void add(Job job, FoundImages page) {
    long more = sql.update(ADD, job.owner(), job.id(), page.images().toArray(UUID[]::new));
    Job.State next = page.last() ? Job.State.RUNNING : Job.State.COLLECTING;
    sql.update(ADDED, more, next.name(), job.owner(), job.id());
  }

  /** With the highest id; empty when none is written down. */
  Optional<UUID> last(Job job) {
    return sql.first(LAST, row -> row.getObject(1, UUID.class), job.owner(), job.id());
  }

  /** Writes down which images a job is about that the database itself can tell. */
  @Transactional(Transactional.TxType.MANDATORY)
  void collect(Job job) {
    int total = switch (job.kind()) {
      case TAG_RENAME, TAG_DELETE -> sql.update(OF_TAG, job.id(), job.owner(), job.spec().tag());
      case CATEGORY_MOVE, CATEGORY_DELETE -> inCategories(job);
      case UNDO -> job.spec().moved() == null ? sql.update(OF_JOB, job.id(), job.owner(), job.undoes()) : inCategories(job);
      case BULK -> throw new IllegalStateException("the images of a bulk job are told by its caller or its query");
    };
    sql.update(COLLECTED, (long) total, job.owner(), job.id());
  }

  private int inCategories(Job job) {
    return sql.update(OF_CATEGORIES, job.id(), job.owner(), job.spec().categories().keySet().toArray(UUID[]::new));
  }

  List<UUID> pending(Job job, int most) {
    return sql.list(PENDING, row -> row.getObject(1, UUID.class), job.owner(), job.id(), most);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void settle(Job job, Map<UUID, ItemResult> results) {
    sql.update(
        SETTLE, results.keySet().toArray(UUID[]::new), results.values().stream().map(ItemResult::state).toArray(String[]::new),
        results.values().stream().map(ItemResult::reason).toArray(String[]::new), job.owner(), job.id());
    sql.update(COUNT, count(results, "changed"), count(results, "unchanged"), count(results, "failed"), job.owner(), job.id());
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void finish(Job job) {
    sql.update(FINISH, job.owner(), job.id());
  }

  private static long count(Map<UUID, ItemResult> results, String state) {
    return results.values().stream().filter(result -> result.state().equals(state)).count();
  }
}
