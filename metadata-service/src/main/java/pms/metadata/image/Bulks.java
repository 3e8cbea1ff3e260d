package pms.metadata.image;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import pms.contracts.Ids;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;
import pms.metadata.job.Job;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.Jobs;

/**
 * Starts changes of many images. What a query finds is asked for page by page while the caller's token holds, and written
 * down before anything is changed, since changes change what a query finds.
 */
@ApplicationScoped
class Bulks {

  private static final Logger LOG = Logger.getLogger(Bulks.class);
  private static final int PAGE = 200;

  private final SearchClient search;
  private final RemoteChanges remote;
  private final Jobs jobs;
  private final Caller caller;
  private final ManagedExecutor executor;

  Bulks(@RestClient SearchClient search, RemoteChanges remote, Jobs jobs, Caller caller, ManagedExecutor executor) {
    this.search = search;
    this.remote = remote;
    this.jobs = jobs;
    this.caller = caller;
    this.executor = executor;
  }

  Job start(BulkRequest request) {
    String owner = caller.id();
    if (RemoteChange.isMeant(request.change())) {
      remote.check(request.change());
    }
    JobSpec spec = JobSpec.bulk(request.change(), request.query());
    if (request.query() == null) {
      return jobs.start(owner, caller.name(), JobKind.BULK, spec, request.ids());
    }
    String authorization = caller.authorization();
    SearchClient.Found first = firstPage(request.query(), authorization);
    UUID worker = Ids.next();
    Job job = jobs.open(owner, caller.name(), JobKind.BULK, spec, worker);
    executor.execute(() -> collect(job, worker, first, authorization));
    return job;
  }

  private void collect(Job job, UUID worker, SearchClient.Found first, String authorization) {
    try {
      SearchClient.Found page = first;
      boolean mine = jobs.add(job, worker, own(job, page));
      while (mine && page.next() != null) {
        page = search.find(job.spec().query(), PAGE, page.next(), authorization);
        mine = jobs.add(job, worker, own(job, page));
      }
      jobs.close(job, worker);
    } catch (WebApplicationException | ProcessingException failed) {
      LOG.warnf("job %s of %s: search-service stopped answering: %s", job.id(), job.owner(), failed.getMessage());
      jobs.fail(job, "Not all images of the query could be found. Nothing was changed; start it again.");
    }
  }

  /** What others share is found as well, but not changed by this. */
  private static List<UUID> own(Job job, SearchClient.Found page) {
    return page.items().stream().filter(hit -> job.owner().equals(hit.owner())).map(SearchClient.Hit::id).toList();
  }

  /** Asked before there is a job, so that a query that is wrong is an error of the request. */
  private SearchClient.Found firstPage(String query, String authorization) {
    try {
      return search.find(query, PAGE, null, authorization);
    } catch (WebApplicationException refused) {
      if (refused.getResponse().getStatus() == 400) {
        throw Problem.invalid("query", reason(refused));
      }
      throw unavailable(refused);
    } catch (ProcessingException unreachable) {
      throw unavailable(unreachable);
    }
  }

  private static String reason(WebApplicationException refused) {
    try {
      JsonNode message = refused.getResponse().readEntity(JsonNode.class).at("/errors/0/message");
      return message.isTextual() ? message.textValue() : "is not understood";
    } catch (RuntimeException unreadable) {
      LOG.debugf("search-service's refusal cannot be read: %s", unreadable.getMessage());
      return "is not understood";
    }
  }

  private static Problem unavailable(RuntimeException cause) {
    LOG.warnf("search-service cannot be asked: %s", cause.getMessage());
    return Problem.of(503, "unavailable", "Unavailable", "What the query finds cannot be told now; try again soon.");
  }
}
