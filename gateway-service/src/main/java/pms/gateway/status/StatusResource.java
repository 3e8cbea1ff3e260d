package pms.gateway.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import pms.gateway.door.LoginAddress;

/** The state of the suite. */
@Path("/api/status")
@RunOnVirtualThread
class StatusResource {

  private final Cached<StatusView> status;

  StatusResource(Backends backends, LoginAddress login) {
    this.status = new Cached<>(
        Duration.ofSeconds(2), () -> StatusView.of(backends.ask("/q/health/ready", Backends.PATIENCE), login.known()));
  }

  /** Open to all: operators and newcomers look at it before they can log in, and it says only who is up. */
  @GET
  @PermitAll
  @Operation(summary = "The state of the suite", description = "Each service and whether it is ready; for everybody.")
  public StatusView status() {
    return status.get();
  }
}
