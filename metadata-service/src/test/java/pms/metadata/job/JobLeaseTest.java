package pms.metadata.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** One worker a job, also when the one before wakes up again (C5). */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
class JobLeaseTest {

  @Inject JobLease lease;
  @Inject JobRows rows;
  @Inject Jobs jobs;
  @Inject Sql sql;

  /** In one transaction, so that the runner does not see the job. */
  @Test
  void a_sleeper_whose_lease_ended_does_nothing_more() {
    String owner = "owner-" + UUID.randomUUID();
    UUID sleeper = UUID.randomUUID();
    UUID heir = UUID.randomUUID();
    QuarkusTransaction.requiringNew().run(() -> {
      Job job = jobs.prepare(owner, "me", JobKind.TAG_DELETE, JobSpec.tag("none", null));
      sql.update("UPDATE job SET worker = ? WHERE owner_id = ?", sleeper, owner);
      assertThat(lease.keep(sleeper, job)).isPresent();
      assertThat(lease.keep(heir, job)).isEmpty();
      sql.update("UPDATE job SET lease_until = now() - interval '1 second', touched_at = 'epoch' WHERE owner_id = ?", owner);
      assertThat(lease.takeAny(heir).map(Job::id)).contains(job.id());
      assertThat(lease.keep(sleeper, job)).isEmpty();
      assertThat(lease.keep(heir, job)).isPresent();
      lease.release(sleeper, job);
      assertThat(lease.keep(heir, job)).isPresent();
      rows.fail(owner, job.id(), "for the test");
      assertThat(lease.keep(heir, job)).isEmpty();
    });
    assertThat(rows.page(owner, new UUID(-1, -1), 1)).extracting(Job::reason).containsExactly("for the test");
  }
}
