package pms.gateway.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The description of the whole API. */
@Path("/api/openapi")
@RunOnVirtualThread
class OpenApiResource {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final ApiDescription description;

  OpenApiResource(ApiDescription description) {
    this.description = description;
  }

  /** Open to all: it describes the door, not what is behind it, and clients are made from it before anybody logs in. */
  @GET
  @PermitAll
  @Operation(
      summary = "This API as one OpenAPI document",
      description = "JSON, or YAML by Accept or ?format=yaml. A service that has not answered yet is named in info.x-missing.")
  public Response openApi(@QueryParam("format") String format, @HeaderParam("Accept") String accept)
      throws JsonProcessingException {
    boolean yaml = format == null ? accept != null && accept.contains("yaml") : format.equalsIgnoreCase("yaml");
    return yaml
        ? Response.ok(YAML.writeValueAsString(description.whole()), "application/yaml").build()
        : Response.ok(description.whole(), MediaType.APPLICATION_JSON).build();
  }
}
