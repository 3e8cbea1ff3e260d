package pms.metadata.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import pms.contracts.Ids;
import pms.kit.problem.Problem;
import pms.metadata.page.Limit;
import pms.metadata.page.Page;

/** Starts jobs, shows them, and takes them back. */
@ApplicationScoped
public class Jobs {

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);
  private static final int FAILURES = 100;

  /** So many images are changed while the caller waits. */
  private static final int SMALL = 1_000;

  private final JobRows rows;
  private final JobItems items;
  private final JobRunner runner;
  private final Clock clock;

  Jobs(JobRows rows, JobItems items, JobRunner runner, Clock clock) {
    this.rows = rows;
    this.items = items;
    this.runner = runner;
    this.clock = clock;
  }

  /** A job whose images the database itself can tell; {@link #begin} is to follow once the running transaction commits. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Job prepare(String owner, String author, JobKind kind, JobSpec spec) {
    return insert(owner, author, kind, spec, Job.State.COLLECTING, List.of(), null, JobRunner.NOW);
  }

  /**
   * Works on a prepared job: at once if it is small.
   *
   * @param images how many there are about
   * @return the job as it is then
   */
  public Job begin(Job job, long images) {
    if (images <= SMALL) {
      runner.runNow(job);
    } else {
      runner.leave(job);
    }
    Job now = rows.find(job.owner(), job.id()).orElseThrow();
    if (!now.isFinished()) {
      runner.wake();
    }
    return now;
  }

  /** A job on these images. */
  public Job start(String owner, String author, JobKind kind, JobSpec spec, Collection<UUID> images) {
    Job job = QuarkusTransaction.requiringNew().call(
        () -> insert(owner, author, kind, spec, Job.State.RUNNING, images, null, null));
    runner.wake();
    return job;
  }

  /** A bulk job on all that its query finds. */
  public Job startQueried(String owner, String author, JobSpec spec) {
    Job job = QuarkusTransaction.requiringNew().call(
        () -> insert(owner, author, JobKind.BULK, spec, Job.State.COLLECTING, List.of(), null, null));
    runner.wake();
    return job;
  }

  Page<JobView> list(String owner, UUID before, Limit limit) {
    List<Job> jobs = rows.page(owner, before == null ? LAST : before, limit.count() + 1);
    return Page.of(jobs, limit, JobView::of, job -> job.id().toString());
  }

  /** @param after the failure to go on behind; null for the first */
  JobView get(String owner, UUID id, UUID after) {
    Job job = rows.find(owner, id).orElseThrow(Problem::notFound);
    List<JobView.Failure> failures =
        rows.failures(owner, id, after == null ? FIRST : after, FAILURES + 1).stream().map(JobView.Failure::of).toList();
    boolean more = failures.size() > FAILURES;
    List<JobView.Failure> page = more ? failures.subList(0, FAILURES) : failures;
    return JobView.of(job, page, more ? page.getLast().id().toString() : null);
  }

  Job undo(String owner, String author, UUID id) {
    Job undo = QuarkusTransaction.requiringNew().call(() -> {
      Job done = rows.lock(owner, id).orElseThrow(Problem::notFound);
      requireUndoable(done);
      return insert(owner, author, JobKind.UNDO, done.spec().undo(), Job.State.COLLECTING, List.of(), id, null);
    });
    runner.wake();
    return undo;
  }

  private void requireUndoable(Job job) {
    if (!job.canBeUndone()) {
      throw Problem.conflict("not-undoable", "Such a job is not taken back; change it anew instead.");
    }
    if (!job.isFinished()) {
      throw Problem.conflict("not-finished", "The job still runs; take it back when it is done.");
    }
    if (rows.undoing(job.owner(), job.id()).isPresent()) {
      throw Problem.conflict("already-undone", "The job was taken back already.");
    }
  }

  private Job insert(
      String owner, String author, JobKind kind, JobSpec spec, Job.State state, Collection<UUID> images, UUID undoes, UUID worker) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Job job = new Job(owner, Ids.next(), kind, spec, state, author, images.size(), 0, 0, 0, null, undoes, null, now, null);
    rows.insert(job, worker);
    if (!images.isEmpty()) {
      items.add(owner, job.id(), images);
    }
    return job;
  }
}
