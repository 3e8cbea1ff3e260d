package pms.metadata.tag;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import pms.kit.problem.Problem;
import pms.metadata.job.Job;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.Jobs;
import pms.metadata.library.Libraries;

/** Changes of a tag on all images that hold it. */
@ApplicationScoped
class TagJobs {

  private final Tags tags;
  private final Jobs jobs;
  private final Libraries libraries;
  private final TagRows rows;

  TagJobs(Tags tags, Jobs jobs, Libraries libraries, TagRows rows) {
    this.tags = tags;
    this.jobs = jobs;
    this.libraries = libraries;
    this.rows = rows;
  }

  private record Prepared(Job job, long images) {}

  /** @return the job, which is finished if there were few images */
  Job rename(String owner, String author, String name, String next) {
    return run(owner, author, name, JobKind.TAG_RENAME, next);
  }

  Job delete(String owner, String author, String name) {
    return run(owner, author, name, JobKind.TAG_DELETE, null);
  }

  private Job run(String owner, String author, String name, JobKind kind, String next) {
    Prepared prepared = QuarkusTransaction.requiringNew().call(() -> {
      libraries.lock(owner);
      Tag tag = tags.find(owner, name).orElseThrow(Problem::notFound);
      boolean respelled = next != null && TagKey.of(next).equals(tag.key());
      if (respelled) {
        rows.respell(owner, tag.key(), tag.name(), next);
      }
      JobSpec spec = respelled ? JobSpec.spelling(tag.key(), next, tag.name()) : JobSpec.tag(tag.key(), next);
      return new Prepared(jobs.prepare(owner, author, kind, spec), tag.holders());
    });
    return jobs.begin(prepared.job, prepared.images);
  }
}
