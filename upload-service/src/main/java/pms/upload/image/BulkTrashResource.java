package pms.upload.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.internal.InternalCalls;
import pms.kit.problem.Problem;

/** For metadata-service's bulk jobs; the gateway does not route it. */
@Path("/internal/images/trash")
@RunOnVirtualThread
class BulkTrashResource {

  private final InternalCalls calls;
  private final BulkTrash trash;
  private final ObjectMapper json;

  BulkTrashResource(InternalCalls calls, BulkTrash trash, ObjectMapper json) {
    this.calls = calls;
    this.trash = trash;
    this.json = json;
  }

  /** Open to all, since a job goes on when its owner's token has ended: the seal takes the token's place. */
  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public BulkTrashView move(@HeaderParam(InternalCalls.HEADER) String seal, byte[] body) throws IOException {
    calls.require(seal, "bulk trash", body);
    BulkTrashRequest request = json.readValue(body, BulkTrashRequest.class);
    if (request == null) {
      throw Problem.invalid("body", "is missing");
    }
    return trash.move(request.checked());
  }
}
