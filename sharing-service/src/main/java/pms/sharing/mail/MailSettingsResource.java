package pms.sharing.mail;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.kit.problem.Problem;
import pms.sharing.person.Visitor;

@Path("/api/notifications/settings")
@RunOnVirtualThread
class MailSettingsResource {

  private final Visitor visitor;
  private final MailSettings settings;

  MailSettingsResource(Visitor visitor, MailSettings settings) {
    this.visitor = visitor;
    this.settings = settings;
  }

  @GET
  @RolesAllowed("user")
  @Operation(summary = "What the caller is told by mail")
  public MailSettingsView get() {
    return settings.of(visitor.id());
  }

  @PATCH
  @Consumes({"application/merge-patch+json", "application/json"})
  @RolesAllowed("user")
  public MailSettingsView change(MailSettingsView patch) {
    if (patch == null) {
      throw Problem.invalid("body", "is missing");
    }
    return settings.change(visitor.id(), patch);
  }
}
