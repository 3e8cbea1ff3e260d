package pms.metadata.job;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** How HTTP tells of a job that goes on after the answer. */
public final class JobAnswers {

  public static Response accepted(Job job) {
    return Response.accepted(JobView.of(job)).header(HttpHeaders.LOCATION, address(job)).build();
  }

  public static String address(Job job) {
    return "/api/jobs/" + job.id();
  }

  private JobAnswers() {}
}
