package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import pms.kit.caller.Caller;
import pms.metadata.job.Job;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.Jobs;

/** Starts changes of many images. What is wrong with a change or a query is an error of the request, so it is asked before there is a job. */
@ApplicationScoped
class Bulks {

  private final QueriedImages queried;
  private final RemoteChanges remote;
  private final Jobs jobs;
  private final Caller caller;

  Bulks(QueriedImages queried, RemoteChanges remote, Jobs jobs, Caller caller) {
    this.queried = queried;
    this.remote = remote;
    this.jobs = jobs;
    this.caller = caller;
  }

  Job start(BulkRequest request) {
    if (RemoteChange.isMeant(request.change())) {
      remote.check(request.change());
    }
    JobSpec spec = JobSpec.bulk(request.change(), request.query());
    if (request.query() == null) {
      return jobs.start(caller.id(), caller.name(), JobKind.BULK, spec, request.ids());
    }
    queried.check(caller.id(), request.query());
    return jobs.startQueried(caller.id(), caller.name(), spec);
  }
}
