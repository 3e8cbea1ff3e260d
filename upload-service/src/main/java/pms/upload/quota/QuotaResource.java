package pms.upload.quota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.caller.Caller;
import pms.kit.problem.Problem;

/** Operators allow single owners more or less than the rest. */
@Path("/api/admin/upload/quotas/{owner}")
@RunOnVirtualThread
@RolesAllowed("admin")
class QuotaResource {

  private static final int LONGEST_OWNER = 255;

  private final QuotaOverrides overrides;
  private final Caller caller;

  QuotaResource(QuotaOverrides overrides, Caller caller) {
    this.overrides = overrides;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "What an owner uses, and what an operator allowed")
  public QuotaView get(@PathParam("owner") String owner) {
    return overrides.view(known(owner));
  }

  @PUT
  @Operation(summary = "Allow an owner so many bytes, whatever the token and the configuration say")
  public QuotaView put(
      @PathParam("owner") String owner, @Valid @NotNull(message = "must be given") QuotaRequest body) {
    overrides.put(known(owner), body.bytes().longValueExact(), caller.id());
    return overrides.view(owner);
  }

  @DELETE
  @Operation(summary = "Let the token or the default count again")
  public void remove(@PathParam("owner") String owner) {
    overrides.remove(known(owner), caller.id());
  }

  /** Owners are Keycloak's subjects; whether there is such a one only Keycloak knows. */
  private static String known(String owner) {
    if (owner.isBlank() || owner.length() > LONGEST_OWNER || owner.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid("owner", "must be the id of a user");
    }
    return owner;
  }
}
