package pms.upload.quota;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import pms.kit.caller.Caller;

@Path("/api/me")
@RunOnVirtualThread
@RolesAllowed("user")
class MeResource {

  private final Caller caller;
  private final Quotas quotas;
  private final Allowance allowance;

  MeResource(Caller caller, Quotas quotas, Allowance allowance) {
    this.caller = caller;
    this.quotas = quotas;
    this.allowance = allowance;
  }

  @GET
  public MeView me() {
    Quota quota = quotas.of(caller.id(), allowance.bytes());
    return new MeView(caller.id(), caller.name(), caller.roles(), caller.groups(), quota);
  }

  record MeView(String id, String name, Set<String> roles, Set<String> groups, Quota quota) {}
}
