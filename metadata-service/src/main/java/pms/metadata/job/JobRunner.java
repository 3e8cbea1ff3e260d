package pms.metadata.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import pms.contracts.Ids;
import pms.kit.problem.Problem;

/**
 * Works on jobs, a few images in one transaction, and passes from job to job, so that everybody's goes on. A crash loses the
 * transaction that ran, and the job goes on behind the one before.
 */
@ApplicationScoped
public class JobRunner {

  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  /** Has a job from its insertion on that is begun in the request that made it. */
  static final UUID NOW = new UUID(0, 1);

  private static final int CHUNK = 200;
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final int WORKERS = 2;

  private final JobLease lease;
  private final JobItems items;
  private final JobRows rows;
  private final JobQueries queries;
  private final JobWork work;
  private final ManagedExecutor executor;
  private final Semaphore free = new Semaphore(WORKERS);

  JobRunner(JobLease lease, JobItems items, JobRows rows, JobQueries queries, JobWork work, ManagedExecutor executor) {
    this.lease = lease;
    this.items = items;
    this.rows = rows;
    this.queries = queries;
    this.work = work;
    this.executor = executor;
  }

  /** There is a new job. */
  void wake() {
    executor.execute(this::workOnAll);
  }

  /** Also for the jobs of a replica that died. */
  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void workOnAll() {
    if (free.tryAcquire()) {
      try {
        UUID worker = Ids.next();
        for (Optional<Job> job = lease.takeAny(worker); job.isPresent(); job = lease.takeAny(worker)) {
          run(worker, job.get(), TURN);
        }
      } finally {
        free.release();
      }
    }
  }

  @Scheduled(every = "1h", delayed = "7m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void forgetOld() {
    rows.forgetOld();
  }

  /** Works on this job for a moment, so that the caller of a small one need not come back. */
  void runNow(Job job) {
    run(NOW, job, TURN);
  }

  /** Leaves a job that was kept for {@link #runNow} to whoever comes. */
  void leave(Job job) {
    lease.release(NOW, job);
  }

  private void run(UUID worker, Job job, Duration turn) {
    long until = System.nanoTime() + turn.toNanos();
    int chunk = CHUNK;
    try {
      while (chunk > 0 && System.nanoTime() < until) {
        chunk = next(worker, job, chunk);
      }
    } finally {
      lease.release(worker, job);
    }
  }

  /** @return how many images to take next; 0 when there is nothing more to do now */
  private int next(UUID worker, Job job, int chunk) {
    try {
      return more(worker, job, chunk) ? CHUNK : 0;
    } catch (WorkWaits waits) {
      LOG.warnf("job %s of %s waits: %s", job.id(), job.owner(), waits.getMessage());
      lease.postpone(worker, job);
      return 0;
    } catch (RuntimeException failed) {
      return recover(worker, job, chunk, failed) ? 1 : 0;
    }
  }

  /** A job whose query was asked to the end is taken anew, as all others are. */
  private boolean more(UUID worker, Job job, int chunk) {
    if (job.isQueried()) {
      return queries.step(worker, job);
    }
    return work.isElsewhere(job) ? ask(worker, job, chunk) : QuarkusTransaction.requiringNew().call(() -> step(worker, job, chunk));
  }

  /** @param images to work on now; none when there is nothing, or they had to be collected first */
  private record Part(Job job, List<UUID> images, boolean more) {}

  /** @return whether there is more to do */
  private boolean step(UUID worker, Job taken, int most) {
    Part part = part(worker, taken, most);
    if (!part.images().isEmpty()) {
      items.settle(part.job(), work.run(part.job(), part.images()));
    }
    return part.more();
  }

  /** The same with the work between two transactions; who dies there leaves it to the next one, who asks again. */
  private boolean ask(UUID worker, Job taken, int most) {
    Part part = QuarkusTransaction.requiringNew().call(() -> part(worker, taken, most));
    if (part.images().isEmpty()) {
      return part.more();
    }
    Map<UUID, ItemResult> results = work.ask(part.job(), part.images());
    return QuarkusTransaction.requiringNew().call(() -> {
      Optional<Job> kept = lease.keep(worker, taken);
      kept.ifPresent(job -> items.settle(job, results));
      return kept.isPresent();
    });
  }

  private Part part(UUID worker, Job taken, int most) {
    Optional<Job> kept = lease.keep(worker, taken);
    if (kept.isEmpty()) {
      return new Part(taken, List.of(), false);
    }
    Job job = kept.get();
    if (job.state() == Job.State.COLLECTING) {
      return new Part(job, List.of(), begun(job));
    }
    List<UUID> images = items.pending(job, most);
    if (images.isEmpty()) {
      items.finish(job);
      LOG.infof("job %s of %s is done: %d changed, %d failed", job.id(), job.owner(), job.changed(), job.failed());
    }
    return new Part(job, images, !images.isEmpty());
  }

  /** Whether its images are told. */
  private boolean begun(Job job) {
    try {
      JobSpec spec = work.begin(job);
      rows.begin(job, spec);
      items.collect(job.with(spec));
      return true;
    } catch (Problem impossible) {
      rows.fail(job.owner(), job.id(), impossible.getMessage());
      return false;
    }
  }

  /** What fails in company is tried alone; what fails alone is its own fault, unless the database is away. */
  private boolean recover(UUID worker, Job job, int chunk, RuntimeException failed) {
    LOG.warnf(failed, "job %s of %s: %d images at once failed", job.id(), job.owner(), chunk);
    if (job.isQueried()) {
      lease.postpone(worker, job);
      return false;
    }
    if (chunk > 1) {
      return true;
    }
    return QuarkusTransaction.requiringNew().call(() -> {
      Optional<Job> kept = lease.keep(worker, job);
      kept.ifPresent(now -> items.pending(now, 1).forEach(image ->
          items.settle(now, Map.of(image, ItemResult.failed("could not be changed")))));
      return kept.isPresent();
    });
  }
}
