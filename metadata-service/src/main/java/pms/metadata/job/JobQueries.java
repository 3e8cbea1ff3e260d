package pms.metadata.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;

/**
 * Writes down what the query of a job finds, before anything is changed, since changes change what a query finds. Pages come in
 * the order of ids, so whoever comes after a crash goes on behind the last one that is written.
 */
@ApplicationScoped
class JobQueries {

  private static final Logger LOG = Logger.getLogger(JobQueries.class);

  private final JobWork work;
  private final JobItems items;
  private final JobRows rows;
  private final JobLease lease;

  JobQueries(JobWork work, JobItems items, JobRows rows, JobLease lease) {
    this.work = work;
    this.items = items;
    this.rows = rows;
    this.lease = lease;
  }

  /**
   * Another page; asked for outside any transaction.
   *
   * @return whether this worker is to ask for the next one
   */
  boolean step(UUID worker, Job job) {
    try {
      FoundImages page = work.find(job, items.last(job).orElse(null));
      return QuarkusTransaction.requiringNew().call(() -> {
        Optional<Job> kept = lease.keep(worker, job);
        kept.ifPresent(now -> items.add(now, page));
        return kept.isPresent() && !page.last();
      });
    } catch (Problem refused) {
      LOG.warnf("job %s of %s: %s", job.id(), job.owner(), refused.getMessage());
      QuarkusTransaction.requiringNew().run(() ->
          lease.keep(worker, job).ifPresent(now -> rows.fail(now.owner(), now.id(), refused.getMessage())));
      return false;
    }
  }
}
