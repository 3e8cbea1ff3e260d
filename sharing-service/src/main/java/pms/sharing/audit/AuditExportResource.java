package pms.sharing.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import pms.kit.problem.Problem;
import pms.sharing.page.Limit;

/** The whole trail, for administrators: one JSON object a line, oldest first and nothing passed over, no title and no picture in it. */
@Path("/api/admin/sharing/audit")
@RunOnVirtualThread
class AuditExportResource {

  private final AuditReading reading;
  private final ObjectMapper json;

  AuditExportResource(AuditReading reading, ObjectMapper json) {
    this.reading = reading;
    this.json = json;
  }

  @GET
  @Produces("application/x-ndjson")
  @RolesAllowed("admin")
  @Operation(summary = "The trail of who gave whom what, a page at a time, in the order it became known: go on with the id of the last line as after, now or later")
  public RestResponse<String> export(@QueryParam("after") String after, @QueryParam("limit") String limit)
      throws JsonProcessingException {
    int rows = Limit.parse(limit).rows();
    List<AuditView> entries = reading.export(after == null ? null : id(after), rows);
    StringBuilder lines = new StringBuilder();
    for (AuditView entry : entries) {
      lines.append(json.writeValueAsString(entry)).append('\n');
    }
    var answer = RestResponse.ResponseBuilder.ok(lines.toString());
    return entries.size() < rows ? answer.build() : answer.header("Link", next(entries.getLast().id(), rows)).build();
  }

  private static UUID id(String after) {
    if (!after.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw Problem.invalid("after", "is not the id of a line");
    }
    return UUID.fromString(after);
  }

  private static String next(UUID last, int rows) {
    return "</api/admin/sharing/audit?after=" + last + "&limit=" + rows + ">; rel=\"next\"";
  }
}
